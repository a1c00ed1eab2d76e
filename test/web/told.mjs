// Tests of the page against a pretended daemon whose tests do as they are told.
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { start_mock } from './mock.mjs';

export const skip = process.env.CANARY_URL ? 'the daemon at CANARY_URL does not do as it is told' : false;

/** A browser for the tests of a file: what it gives is called in each of them. */
export function one_browser() {
  let browser;
  before(async () => {
    if (!skip) browser = await launch();
  });
  after(() => browser?.close());
  return () => browser;
}

/** A test with a daemon of its own. */
export function told(name, body) {
  test(name, { skip }, async () => {
    const mock = await start_mock();
    try {
      await body(mock);
    } finally {
      await mock.close();
    }
  });
}

export const row = (page, name) => page.locator(`.test-row[data-test=${JSON.stringify(name)}]`);
export const newest = (mock, name, status) => mock.world.list_runs({ test: name, status }).runs[0];

// GraphiQL, as the built daemon serves it: nothing from elsewhere, nothing that the Content-Security-Policy forbids.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { configuration, folder, start } from '../e2e/daemon.mjs';
import { accessibility, launch, open, until } from './browser.mjs';

let browser, daemon;
const ended = [];
const scope = { after: (task) => ended.unshift(task) };

before(async () => {
  browser = await launch();
  daemon = await start(scope, folder(scope, { 'config.js': configuration({ login: { source: "log.fail('no luck');" } }) }));
  await daemon.outcome('login');
});

after(async () => {
  await browser?.close();
  for (const task of ended) await task();
});

const address = () => new URL('/graphiql', daemon.url).href;

async function execute(page) {
  await page.getByRole('button', { name: /Execute query/ }).click();
}

const answered = (page, text) =>
  until(async () => (await page.locator('.result-window').innerText()).includes(text), `the answer has ${text}`);

test('the first query is executed, and its answer is the daemon\'s', async () => {
  const { page, close } = await open(browser, address());
  await execute(page);
  await answered(page, '"no luck"');
  await close();
});

test('it knows the schema, and marks what is not in it', async () => {
  const { page, close } = await open(browser, address());
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByRole('link', { name: 'Mutation' }).click();
  await page.getByText('pauseTest').waitFor();
  const editor = page.locator('.graphiql-query-editor .CodeMirror');
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('{ tests { nonsense ');
  await page.locator('.CodeMirror-lint-mark-error').first().waitFor();
  await close();
});

test('a mutation from it is accepted, as it is of this daemon\'s own page', async () => {
  const { page, close } = await open(browser, address());
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('mutation { pauseTest(name: "login") { state ');
  await execute(page);
  await answered(page, '"paused"');
  assert.equal((await daemon.test('login')).state, 'paused');
  await close();
});

test('its dialogs and menus break no rule of the policy', async () => {
  const { page, close } = await open(browser, address());
  for (const name of ['Open settings dialog', 'Open short keys dialog']) {
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Show History' }).click();
  await page.getByText('History', { exact: true }).first().waitFor();
  await close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`nothing serious for axe but what GraphiQL alone can mend, ${colorScheme}`, async () => {
    const { page, close } = await open(browser, address(), { colorScheme });
    await execute(page);
    await answered(page, '"login"');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Mutation' }).waitFor();
    for (const name of ['Query', 'Variables', 'Result']) await page.getByRole('textbox', { name }).first().waitFor({ state: 'attached' });
    // The editor's box scrolls by the arrow keys of the text field beside it, which axe does not see.
    const found = (await accessibility(page)).filter((each) => !each.startsWith('scrollable-region-focusable:'));
    assert.deepEqual(found, []);
    await close();
  });
}

test('it is an address of its own, and the daemon\'s page does not load it', async () => {
  const asset = async (name) => (await (await daemon.get(name)).text()).match(/\/assets\/[^"]+/g);
  assert.deepEqual((await asset('/')).filter((each) => each.includes('graphiql')), []);
  assert.equal((await asset('/graphiql')).filter((each) => /graphiql-[0-9A-Z]+\.(js|css)/.test(each)).length, 2);
});

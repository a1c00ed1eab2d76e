// A real browser, a page to look at, and a net for everything that a page should never do.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// Packages are installed where the tests are started, which need not be where they are kept.
const from_here = createRequire(join(process.cwd(), 'package.json'));
const { chromium } = from_here('playwright-core');

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });

export const desktop = { width: 1280, height: 860 };
export const phone = { width: 360, height: 740 };

/** A page with nothing kept from others. `trouble` collects what must stay empty: errors, and requests to other hosts. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const trouble = [];
  let away = false;
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const network = /Failed to load resource|net::ERR/.test(message.text());
    if (message.type() === 'error' && !(network && away) && !/status of 40[149]/.test(message.text()))
      trouble.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const host = new URL(url).host;
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) trouble.push(`request to another host: ${request.url()}`);
  });
  await page.goto(url);
  return {
    page,
    trouble,
    /** From here on failed requests are expected. */
    expect_silence: () => {
      away = true;
    },
    close: async () => {
      await context.close();
      assert.deepEqual(trouble, []);
    },
  };
}

/** What axe finds serious or critical, in words. */
export async function accessibility(page) {
  const { source } = from_here('axe-core');
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)
          .slice(0, 5)
          .join('; ')}`,
    );
}

/** How far the page can be moved sideways, in pixels: something sticks out where it is not 0. */
export const overflow = (page) =>
  page.evaluate(() => {
    scrollTo(10_000, scrollY);
    return scrollX;
  });

/** Waits until `look` answers truly, for 10 s at most. */
export async function until(look, what) {
  const patience = Date.now() + 10_000;
  for (;;) {
    if (await look()) return;
    if (Date.now() > patience) assert.fail(`waited in vain until ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

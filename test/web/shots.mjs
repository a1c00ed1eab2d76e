// Takes pictures of every page, light and dark, wide and on a phone: node shots.mjs FOLDER [PAGE]
//
// FOR_README=1 leaves out the tests with names that no document should show.
import { desktop, launch, open, phone } from './browser.mjs';
import { start_mock } from './mock.mjs';
import { older_history } from './scenario.mjs';

const folder = process.argv[2] ?? '.';
const mock = await start_mock();
mock.world.reload_error = process.env.RELOAD_ERROR ?? null;
older_history(mock.world, 'checkout flow');
const failed = mock.world.list_runs({ test: 'checkout flow' }).runs[0].id;
const last_pass = mock.world.list_runs({ test: 'checkout flow', status: 'passed' }).runs[0].id;
const passed = mock.world.list_runs({ test: 'homepage' }).runs[0].id;
const hostile = mock.world.list_runs({ test: '<script>alert(1)</script>', status: 'failed' }).runs[0].id;

if (process.env.FOR_README) {
  for (const name of mock.world.tests.keys()) if (/[^\x20-\x7e]|<|read path/.test(name)) mock.world.tests.delete(name);
}

const pages = {
  overview: '/',
  test: '/tests/checkout%20flow?window=24h',
  'test-month': '/tests/checkout%20flow?window=30d',
  'test-up': '/tests/api%2Fusers%3A%20list%20%26%20search',
  'run-failed': `/runs/${failed}`,
  'run-compare': `/runs/${failed}?with=${last_pass}`,
  'run-passed': `/runs/${passed}`,
  'run-hostile': `/runs/${hostile}`,
};

const only = process.argv[3];
const browser = await launch();
for (const [name, path] of Object.entries(pages)) {
  if (only && !name.startsWith(only)) continue;
  for (const colorScheme of ['light', 'dark']) {
    for (const [device, viewport] of Object.entries({ wide: desktop, phone })) {
      if (name !== 'overview' && name.includes('-up') && colorScheme === 'dark') continue;
      const { page, close } = await open(browser, mock.url + path, {
        colorScheme,
        viewport,
        deviceScaleFactor: device === 'phone' ? 2 : 1,
      });
      // The line of events never ends: what is waited for is that nothing says any more that it is being asked for.
      await page.locator('.test-row, .run-row, .log, .compare-table').first().waitFor();
      await page.waitForFunction(() => !/Asking canaryd…|^…$/m.test(document.body.innerText));
      if (name === 'run-failed') await page.locator('.request summary').nth(4).click();
      if (name === 'overview' && device === 'wide') {
        await page.locator('[data-test="checkout flow"] .bar-failed').last().hover();
        await page.locator('.tooltip-cause').waitFor();
      }
      await page.screenshot({
        path: `${folder}/${name}-${device}-${colorScheme}.png`,
        fullPage: name !== 'overview' || device === 'phone',
      });
      await close();
    }
  }
}
await browser.close();
await mock.close();

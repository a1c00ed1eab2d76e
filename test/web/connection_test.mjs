// What the page does when the daemon is away, is full, or could not load its configuration, and when nobody looks.
import assert from 'node:assert/strict';
import { open, until } from './browser.mjs';
import { one_browser, told } from './told.mjs';

const browser = one_browser();

/** As when another tab is looked at. */
const set_hidden = (page, hidden) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

told('while the daemon is away the last known stays, and it comes back by itself', async (mock) => {
  const { page, close, expect_silence } = await open(browser(), mock.url);
  await page.locator('.test-row').first().waitFor();
  expect_silence();
  mock.fall_silent();
  await page.getByText('No answer from canaryd').waitFor();
  await page.getByText(/Trying again in \d+ s/).waitFor();
  assert.equal(await page.locator('.test-row').count(), 12);
  assert.match(await page.title(), /^…/);
  assert.match(await page.locator('#favicon').getAttribute('href'), /favicon\.svg/);
  mock.away = false;
  await page.getByRole('button', { name: 'Try now' }).click();
  await until(async () => (await page.locator('.banner-lost').count()) === 0, 'the banner is gone');
  await page.getByText('Live', { exact: true }).waitFor();
  await page.getByText('canaryd is back').waitFor();
  await page.getByText('Connected to canaryd again').waitFor({ state: 'attached' });
  await close();
});

told('without a place among the readers of events the page asks now and then, and says so', async (mock) => {
  const { page, close, expect_silence } = await open(browser(), mock.url);
  await page.getByText('Live', { exact: true }).waitFor();
  expect_silence();
  mock.world.events_full = true;
  mock.cut();
  await page.getByText('Every 10 s', { exact: true }).waitFor();
  assert.equal(await page.locator('.banner-lost').count(), 0);
  mock.world.ran('homepage', Date.now(), { status: 'failed', class: 'dns', fail_cause: 'no such host' });
  await page.locator('[data-broken=homepage]').waitFor();
  mock.world.events_full = false;
  await page.getByText('Live', { exact: true }).waitFor();
  await close();
});

told('a hidden tab asks nothing', async (mock) => {
  const { page, close } = await open(browser(), mock.url);
  await page.locator('.test-row').first().waitFor();
  await set_hidden(page, true);
  await new Promise((done) => setTimeout(done, 200));
  const asked = mock.asked;
  await new Promise((done) => setTimeout(done, 3_000));
  assert.equal(mock.asked, asked);
  await set_hidden(page, false);
  await until(() => mock.asked > asked, 'it asks again');
  await close();
});

told('a configuration that could not be loaded is told of', async (mock) => {
  mock.world.reload_error =
    'config/config.js:7:12: frequency: "10 parsecs" is not a duration\n> 7 |   frequency: "10 parsecs",\n';
  const { page, close } = await open(browser(), mock.url);
  await page.getByText('could not be loaded').waitFor();
  await page.getByText('"10 parsecs" is not a duration').waitFor();
  mock.world.reload_error = null;
  await until(async () => (await page.locator('.banner-reload').count()) === 0, 'the banner is gone');
  await close();
});

told('a tab that comes back is told what it missed, and one that missed too much asks for all', async (mock) => {
  mock.world.max_page = 100;
  const { page, close } = await open(browser(), mock.url);
  await page.locator('.test-row').first().waitFor();
  await until(() => mock.world.listeners.size === 1, 'it listens');
  await set_hidden(page, true);
  await until(() => mock.world.listeners.size === 0, 'it listens no more');
  const failure = { status: 'failed', class: 'dns', fail_cause: 'no such host: shop.example' };
  const run = mock.world.ran('homepage', Date.now(), failure);
  mock.world.tell('test_state', { test: 'homepage', from: 'up', to: 'down', at: new Date().toISOString() });
  mock.world.tell('run_finished', mock.world.summary(run));
  mock.lists = 0;
  await set_hidden(page, false);
  await page.locator('[data-broken=homepage]').waitFor();
  assert.equal(mock.lists, 0);
  await set_hidden(page, true);
  await until(() => mock.world.listeners.size === 0, 'it listens no more');
  mock.world.started_at += 1;
  mock.world.told = [];
  mock.world.ran('homepage', Date.now());
  await set_hidden(page, false);
  await until(async () => (await page.locator('[data-broken=homepage]').count()) === 0, 'it has asked for all');
  assert.equal(mock.lists, 1);
  await close();
});

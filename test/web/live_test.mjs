// The built daemon and its page: what happens is seen without a reload, through restarts too.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { configuration, folder, start, write } from '../e2e/daemon.mjs';
import { launch, open, until } from './browser.mjs';

let browser, product, daemon, place;
const ended = [];
const scope = { after: (task) => ended.unshift(task) };

const labelled = (i) => ({ source: '', labels: { team: `t${i % 3}` } });

before(async () => {
  product = { code: 200 };
  const server = createServer((_, response) => response.writeHead(product.code).end());
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  scope.after(() => server.close());
  product.source = `var r;
    test.step('ask the shop', function () {
      r = http.do('GET', 'http://127.0.0.1:${server.address().port}/');
      check(r, { 'it answers': function (answer) { return answer.code > 0; } });
    });
    if (r.code !== 200) log.fail('the shop answers ' + r.code);`;
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`test ${i}`, labelled(i)]));
  place = folder(scope, { 'config.js': configuration({ shop: { source: product.source }, ...many }) });
  browser = await launch();
  daemon = await start(scope, place);
  await daemon.outcome('shop');
});

after(async () => {
  await browser?.close();
  for (const task of ended) await task();
});

const run = async (name) => assert.equal((await daemon.trigger(name)).status, 202);

test('a new failure is seen at once, and so is its end', async () => {
  const { page, close } = await open(browser, daemon.url);
  await page.getByRole('heading', { name: 'All 301 tests are up' }).waitFor();
  let asked = 0;
  page.on('request', (request) => (asked += /overview\?.*outcomes=true|api\/v1\/tests/.test(request.url()) ? 1 : 0));
  product.code = 503;
  await run('shop');
  const incident = page.locator('[data-broken=shop]');
  await incident.getByText('the shop answers 503').waitFor();
  await page.getByRole('heading', { name: '1 of 301 tests is down' }).waitFor();
  assert.match(await page.title(), /^✕ 1 down/);
  await page.locator('.announcer').getByText('shop is down now: the shop answers 503.').waitFor({ state: 'attached' });
  await run('shop');
  await incident.getByRole('link', { name: 'Latest failing run of shop' }).waitFor();
  const first = await incident.getByRole('link', { name: 'First failing run of shop' }).getAttribute('href');
  const failed = (await daemon.runs('&test=shop&status=failed')).map(({ id }) => `/runs/${id}`);
  assert.equal(failed.length, 2);
  assert.equal(first, failed[1]);
  // As the daemon has it, had it been asked.
  const { tests } = await daemon.json('/api/v1/overview');
  const shop = tests.find(({ name }) => name === 'shop');
  assert.equal(`/runs/${shop.first_failure}`, first);
  assert.ok(shop.uptime['24h'] < 1);
  await page.locator('[data-test=shop] .uptime-poor').first().waitFor();
  product.code = 200;
  await run('shop');
  await until(async () => (await incident.count()) === 0, 'it is mended');
  assert.equal(asked, 0);
  await close();
});

test('a run has its steps and checks, its neighbours, and the last pass beside it', async () => {
  const [failed] = await daemon.runs('&test=shop&status=failed');
  const { page, close } = await open(browser, `${daemon.url}runs/${failed.id}`);
  await page.locator('.step.is-passed', { hasText: 'ask the shop' }).waitFor();
  await page.locator('.check.is-held', { hasText: 'it answers' }).waitFor();
  const nav = page.getByRole('navigation', { name: 'Neighbouring runs' });
  await nav.getByRole('link', { name: /^Next: Passed/ }).waitFor();
  await nav.getByRole('link', { name: 'Previous failure' }).waitFor();
  await nav.getByRole('link', { name: 'Compare with the last pass' }).click();
  await page.locator('#compare-requests ~ .table-box', { hasText: /503.*200/s }).waitFor();
  await close();
});

test('a test is shown over each window, is paused, and goes on', async () => {
  const { page, close } = await open(browser, `${daemon.url}tests/shop`);
  const counted = await daemon.json('/api/v1/tests/shop/uptime?window=30d');
  const cells = page.locator('.standing-table tr', { hasText: '30 d' }).locator('td');
  await cells.nth(2).getByText(String(counted.failed), { exact: true }).waitFor();
  await page.locator('a.heat-cell').first().waitFor();
  for (const label of ['1 h', '24 h', '7 d', '30 d', '90 d']) {
    await page.locator('.window-bar').getByRole('link', { name: label }).click();
    await until(async () => (await page.locator('.window-bar [aria-current]').textContent()) === label, label);
    await page.locator('.chart canvas').waitFor();
    await page.locator('a.class-bar').first().waitFor();
  }
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('shop is paused until somebody resumes it').waitFor();
  assert.equal((await daemon.json('/api/v1/tests/shop')).paused, true);
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByText('shop is resumed').waitFor();
  await until(async () => !(await daemon.json('/api/v1/tests/shop')).paused, 'it goes on');
  await close();
});

test('a daemon that was away is missed, and what it has to tell is shown when it is back', async () => {
  const { page, close, expect_silence } = await open(browser, `${daemon.url}?q=test+299`);
  await page.locator('.test-row').waitFor();
  expect_silence();
  const { port } = new URL(daemon.url);
  await daemon.stop();
  await page.getByText('No answer from canaryd').waitFor();
  const others = { 'test 299': { ...labelled(1), labels: { team: 'another' } }, 'test 2999': labelled(0) };
  write(place, { 'config.js': configuration(others) });
  daemon = await start(scope, place, { flags: [`--listen.port=${port}`] });
  await page.getByText('canaryd is back').waitFor();
  await until(async () => (await page.locator('.test-row').count()) === 2, 'the new test is there');
  await page.locator('[data-test="test 299"]').getByRole('link', { name: 'team another' }).click();
  await until(async () => (await page.locator('.test-row').count()) === 1, 'its label is a filter');
  assert.equal(new URL(page.url()).search, '?label=team%3Danother');
  await close();
});

test('a reload that changes the tests, or is refused, is seen', async () => {
  const { page, close } = await open(browser, daemon.url);
  await page.locator('.test-row').first().waitFor();
  write(place, { 'config.js': configuration({ only: { source: '' } }) });
  daemon.signal('SIGHUP');
  await until(async () => (await page.locator('.test-row').count()) === 1, 'one test is left');
  await page.locator('[data-test=only] .bar').waitFor();
  write(place, { 'config.js': 'register_test({ name: 1 });' });
  daemon.signal('SIGHUP');
  await page.getByText('could not be loaded').waitFor();
  await close();
});

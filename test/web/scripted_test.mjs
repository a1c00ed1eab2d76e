// What the page does when things happen to a daemon, one whose tests do as they are told.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, open, overflow, phone, until } from './browser.mjs';
import { canaryctl, configuration, folder, run, start } from '../e2e/daemon.mjs';
import { start_mock } from './mock.mjs';

const skip = process.env.CANARY_URL ? 'the daemon at CANARY_URL does not do as it is told' : false;
let browser;

before(async () => {
  if (!skip) browser = await launch();
});
after(() => browser?.close());

/** One pretended daemon a test. */
function told(name, body) {
  test(name, { skip }, async () => {
    const mock = await start_mock();
    try {
      await body(mock);
    } finally {
      await mock.close();
    }
  });
}

const row = (page, name) => page.locator(`.test-row[data-test=${JSON.stringify(name)}]`);
const newest = (mock, name, status) => mock.world.list_runs({ test: name, status }).runs[0];

told('a new failure is shown by itself, and neither scroll nor focus is lost', async (mock) => {
  const { page, close } = await open(browser, mock.url, { viewport: { width: 1280, height: 400 } });
  const button = row(page, 'homepage').getByRole('button');
  await button.scrollIntoViewIfNeeded();
  await button.focus();
  const scroll = await page.evaluate(() => scrollY);
  mock.world.ran('homepage', Date.now(), { status: 'failed', class: 'dns', fail_cause: 'no such host: shop.example' });
  await row(page, 'homepage').getByText('no such host: shop.example').waitFor();
  assert.equal(await page.locator('h1').textContent(), '4 of 12 tests are down');
  assert.match(await page.title(), /^✕ 4 down · shop production/);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Run homepage now');
  assert.ok(scroll > 0);
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - scroll) < 200);
  await close();
});

told('a run shows what it took, and says so where nobody knows', async (mock) => {
  const usage = { cpu_ms: 0.061, peak_memory_bytes: 196_608, slices: 1, allocations: 1403 };
  const rows = [
    [{ usage, duration_ms: 12.2 }, ['0.061 ms', '192 KiB', '1', '1,403'], '0.5 % of its duration'],
    [{ usage: { ...usage, cpu_ms: 1234.5, slices: 620 }, duration_ms: 1300 }, ['1.23 s', '192 KiB', '620', '1,403'], '95 % of its duration'],
    [{ usage: null, status: 'interrupted', class: 'interrupted', fail_cause: 'the daemon ended' }, [], 'Nobody measured this run.'],
    [{ usage: null, status: 'running' }, [], 'Known when the run has ended.'],
  ];
  for (const [given, figures, said] of rows) {
    const { id } = mock.world.ran('homepage', Date.now(), given);
    const { page, close } = await open(browser, `${mock.url}/runs/${id}`, { viewport: phone });
    const section = page.locator('.resources');
    await section.getByText(said).waitFor();
    assert.deepEqual(await section.locator('dd strong').allTextContents(), figures);
    assert.equal(await overflow(page), 0);
    await close();
  }
});

told('all tests of all pages of the list are shown', async (mock) => {
  mock.world.max_page = 2;
  const { page, close } = await open(browser, mock.url);
  await until(async () => (await page.locator('.test-row').count()) === 12, 'all twelve are there');
  await close();
});

told('while the daemon is away the last known stays, and it comes back by itself', async (mock) => {
  const { page, close, expect_silence } = await open(browser, mock.url);
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
  const { page, close, expect_silence } = await open(browser, mock.url);
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
  const { page, close } = await open(browser, mock.url);
  await page.locator('.test-row').first().waitFor();
  const hide = (hidden) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await new Promise((done) => setTimeout(done, 200));
  const asked = mock.asked;
  await new Promise((done) => setTimeout(done, 3_000));
  assert.equal(mock.asked, asked);
  await hide(false);
  await until(() => mock.asked > asked, 'it asks again');
  await close();
});

told('a configuration that could not be loaded is told of', async (mock) => {
  mock.world.reload_error =
    'config/config.js:7:12: frequency: "10 parsecs" is not a duration\n> 7 |   frequency: "10 parsecs",\n';
  const { page, close } = await open(browser, mock.url);
  await page.getByText('could not be loaded').waitFor();
  await page.getByText('"10 parsecs" is not a duration').waitFor();
  mock.world.reload_error = null;
  await until(async () => (await page.locator('.banner-reload').count()) === 0, 'the banner is gone');
  await close();
});

told('a refused Run now says why', async (mock) => {
  mock.world.refuse_runs = 'a run of this test is going on, and its concurrency is forbid';
  const { page, close } = await open(browser, mock.url);
  await row(page, 'dns').getByRole('button').click();
  await page.locator('.notice-refused', { hasText: 'its concurrency is forbid' }).waitFor();
  await close();
});

told('a run that goes on is followed to its end', async (mock) => {
  const run = mock.world.start('homepage', 1500);
  const { page, close } = await open(browser, `${mock.url}/runs/${run.id}`);
  await page.getByRole('heading', { level: 1, name: 'Running' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Passed' }).waitFor();
  await page.locator('.log-line').first().waitFor();
  await close();
});

told('a bar tells its outcome, and opens its run', async (mock) => {
  const { page, close } = await open(browser, mock.url);
  const bar = row(page, 'login').locator('.bar-failed').last();
  await bar.hover();
  const words = await page.locator('.tooltip').textContent();
  // Beside the bar, wherever its row is.
  const [at, panel] = [await bar.boundingBox(), await page.locator('.tooltip').boundingBox()];
  assert.ok(Math.abs(panel.x + panel.width / 2 - at.x) < 250 && Math.abs(panel.y - at.y) < 150, JSON.stringify([at, panel]));
  await page.locator('.tooltip-cause', { hasText: 'connection refused (192.0.2.44 port 443)' }).waitFor();
  assert.match(words, /Failed connect22 ms(\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d/);
  assert.match(await bar.getAttribute('aria-label'), /^Failed, connect, 22 ms, /);
  await bar.click();
  await page.getByRole('heading', { level: 1, name: 'Failed' }).waitFor();
  await close();
});

told('older runs are paged in, and the newest still arrive', async (mock) => {
  const { page, close } = await open(browser, `${mock.url}/tests/checkout%20flow`);
  await page.locator('.run-row').first().waitFor();
  assert.equal(await page.locator('.run-row').count(), 25);
  const older = page.locator('.older');
  while (await older.count()) {
    const shown = await page.locator('.run-row').count();
    await older.click();
    await until(
      async () => (await page.locator('.run-row').count()) > shown || (await older.count()) === 0,
      'more runs are there',
    );
  }
  assert.equal(await page.locator('.run-row').count(), 320);
  const fresh = mock.world.ran('checkout flow', Date.now());
  await page.locator(`.run-row[data-run="${fresh.id}"]`).waitFor();
  assert.equal(await page.locator('.run-row').count(), 321);
  const ids = await page.locator('.run-row').evaluateAll((rows) => rows.map((each) => each.dataset.run));
  assert.deepEqual(ids, [...ids].sort().reverse());
  await close();
});

told('failed runs alone, and back to all', async (mock) => {
  const { page, close } = await open(browser, `${mock.url}/tests/login`);
  await page.getByRole('link', { name: 'Failed', exact: true }).click();
  await until(async () => page.url().endsWith('?status=failed'), 'the filter is in the address');
  await until(async () => (await page.locator('.run-row').count()) === 8, 'only failures are listed');
  assert.deepEqual([...new Set(await page.locator('.run-status').allTextContents())], ['Failed']);
  await page.goBack();
  await until(async () => (await page.locator('.run-row').count()) === 25, 'all are back');
  await close();
});

told('the only failure is found, however long ago it was', async (mock) => {
  mock.world.add('steady').history('steady', 700, 10_000, (i) => (i === 690 ? { status: 'failed', class: 'dns' } : {}));
  const { page, close } = await open(browser, `${mock.url}/tests/steady?status=failed`);
  await page.locator('.run-row').waitFor();
  assert.equal(await page.locator('.run-row.is-failed').count(), 1);
  await close();
});

told('names with slashes, spaces and markup lead to their own pages', async (mock) => {
  for (const name of mock.world.tests.keys()) {
    const { page, close } = await open(browser, mock.url);
    await row(page, name).locator('.name').click();
    await until(async () => (await page.locator('h1').textContent()) === name, `${name} is open`);
    await page.reload();
    await until(async () => (await page.locator('h1').textContent()) === name, `${name} is open again`);
    await close();
  }
});

told('what scripts and servers say is text, whatever it looks like', async (mock) => {
  const hostile = newest(mock, '<script>alert(1)</script>', 'failed');
  for (const path of ['/', '/tests/%3Cscript%3Ealert(1)%3C%2Fscript%3E', `/runs/${hostile.id}`]) {
    for (const viewport of [phone, { width: 1280, height: 800 }]) {
      const { page, close } = await open(browser, mock.url + path, { viewport });
      await page.locator('.test-row, .run-row, .log-line').first().waitFor();
      assert.equal(await page.locator('img, iframe, b, i, #app script').count(), 0);
      assert.doesNotMatch(await page.title(), /pwned/);
      assert.equal(await overflow(page), 0, path);
      await close();
    }
  }
});

told('a failure leads to its line in the source', async (mock) => {
  mock.slow = /\/tests\/.*\/runs$/;
  const { page, close } = await open(browser, `${mock.url}/runs/${newest(mock, 'checkout flow', 'failed').id}`);
  assert.match(await page.locator('.excerpt .failing').textContent(), /27.*check\(response/);
  await page.getByRole('link', { name: 'scripts/checkout.js:27:3' }).click();
  await page.locator('#L27.marked').waitFor();
  await page.locator('.chart canvas').waitFor();
  await until(
    async () =>
      page.locator('#L27').evaluate((line) => {
        const { top, bottom } = line.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    'the line is on the screen',
  );
  await close();
});

told('requests show their phases, and logs obey their filter', async (mock) => {
  const { page, close } = await open(browser, `${mock.url}/runs/${newest(mock, 'checkout flow', 'failed').id}`);
  await page.locator('.legend li').first().waitFor();
  assert.deepEqual(await page.locator('.legend li').allTextContents(), [
    'Looking up',
    'Connecting',
    'TLS',
    'Sending',
    'Waiting',
    'Receiving',
  ]);
  const last = page.locator('.request').last();
  await last.locator('summary').click();
  await last.getByText('connection refused (192.0.2.61 port 443)').waitFor();
  assert.match(await last.locator('.phases').textContent(), /Connecting102 ms/);
  assert.equal(await page.locator('.log-line').count(), 7);
  await page.getByLabel('Level').selectOption('warn');
  assert.deepEqual(await page.locator('.log-level').allTextContents(), ['warn', 'error', 'error']);
  await close();
});

told('a request shows the number of its error, and its TLS as far as it got', async (mock) => {
  const { page, close } = await open(browser, `${mock.url}/runs/${newest(mock, 'checkout flow', 'failed').id}`);
  const shown = async (place) => {
    const request = page.locator('.request').nth(place);
    await request.locator('summary').click();
    return request.locator('.request-details');
  };
  const refused = await shown(6);
  assert.equal(await refused.locator('.error-code').textContent(), ' error_code 1212');
  assert.equal(await refused.locator('.tls').count(), 0);
  const first = await shown(0);
  assert.equal(await first.locator('.error-code').count(), 0);
  assert.match(await first.locator('.tls').textContent(), /TLSv1\.3, TLS_AES_256_GCM_SHA384.*http\/1\.1.*good/);
  const cells = await first.locator('.chain tbody tr').first().locator('th, td').allTextContents();
  assert.equal(cells[0], 'shop.example for shop.example, *.shop.example');
  assert.equal(cells[1], 'Example CA 3');
  assert.match(cells[2], /^\d{4}-\d\d-\d\d$/);
  assert.equal(cells[4], '61 days left');
  assert.equal(await first.locator('.chain tbody tr').count(), 2);
  const reused = await shown(1);
  assert.match(await reused.locator('.tls').textContent(), /with the request that opened the connection/);
  assert.equal(await reused.locator('.chain').count(), 0);
  const ends_soon = await shown(4);
  assert.equal(await ends_soon.locator('.days-are-soon').textContent(), '9 days left');
  assert.match(await ends_soon.locator('.tls').textContent(), /none was stapled/);
  assert.deepEqual(await accessibility(page), []);
  await page.setViewportSize(phone);
  assert.equal(await overflow(page), 0);
  await close();
});

told('a failed run has the number of its cause beside it, where there is one', async (mock) => {
  const given = { status: 'failed', class: 'dns', fail_cause: 'no such host: shop.example' };
  for (const [error_code, said] of [
    [1101, [' error_code 1101']],
    [null, []],
  ]) {
    const { id } = mock.world.ran('homepage', Date.now(), { ...given, error_code });
    const { page, close } = await open(browser, `${mock.url}/runs/${id}`);
    await page.getByRole('heading', { name: 'no such host: shop.example' }).waitFor();
    assert.deepEqual(await page.locator('.cause-text .error-code').allTextContents(), said);
    await close();
  }
});

told('nothing serious for axe on any page, whatever the width', async (mock) => {
  mock.world.reload_error = 'config.js:1:1: no';
  const run = newest(mock, 'checkout flow', 'failed');
  const interrupted = mock.world.runs.find((each) => each.status === 'interrupted');
  for (const path of [
    '/',
    '/?q=zzz',
    '/tests/checkout%20flow',
    '/tests/nightly%20report',
    '/tests/none',
    `/runs/${run.id}`,
    `/runs/${interrupted.id}`,
  ]) {
    for (const viewport of [phone, { width: 900, height: 800 }]) {
      const { page, close } = await open(browser, mock.url + path, {
        viewport,
        colorScheme: viewport === phone ? 'dark' : 'light',
      });
      await page.locator('.test-row, .empty, .run-row, .facts, .missing').first().waitFor();
      assert.deepEqual(await accessibility(page), [], path);
      assert.equal(await overflow(page), 0, path);
      await close();
    }
  }
});

/** More tests, which all look like `dns`; one is down. */
function many_tests(mock, count = 1000) {
  mock.world.max_page = 2000;
  for (let i = 0; i < count; i += 1) mock.world.add(`test ${i}`, { labels: { team: `t${i % 7}` } });
  mock.world.overview = ((overview) => {
    const known = overview.call(mock.world, 'dns', true);
    return (name, with_outcomes) =>
      name.startsWith('test ')
        ? { ...known, name, labels: mock.world.tests.get(name).labels, state: name === 'test 500' ? 'down' : 'up' }
        : overview.call(mock.world, name, with_outcomes);
  })(mock.world.overview);
}

told('of a thousand tests only those near the screen are drawn, and all can be reached', async (mock) => {
  many_tests(mock);
  const { page, close } = await open(browser, mock.url);
  await page.locator('.test-row').first().waitFor();
  const drawn = async () => page.locator('.test-row').count();
  assert.ok((await drawn()) < 60, `${await drawn()} rows`);
  assert.equal(await page.locator('.placed-row').first().getAttribute('aria-setsize'), '1012');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height > 1012 * 50);
  for (let part = 1; part <= 10; part += 1) {
    await page.evaluate((y) => scrollTo(0, y), (height * part) / 10);
    // Whatever is on the screen is drawn, and little else.
    await until(
      () =>
        page.evaluate(() => {
          const row = document.elementFromPoint(innerWidth / 2, innerHeight / 3);
          return Boolean(row?.closest('.test-row, .footer'));
        }),
      'the screen is filled',
    );
    assert.ok((await drawn()) < 60, `${await drawn()} rows`);
  }
  await row(page, 'test 999').waitFor();
  assert.equal(await page.locator('.placed-row').last().getAttribute('aria-posinset'), '1012');
  await close();
});

told('the keyboard walks through a thousand tests, opens one, and comes back to it', async (mock) => {
  many_tests(mock);
  const { page, close } = await open(browser, mock.url);
  await page.locator('.test-row').first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement.closest('.test-row')?.dataset.test);
  await page.keyboard.press('j');
  const first = await focused();
  assert.equal(first, await page.locator('.test-row').first().getAttribute('data-test'));
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await row(page, 'test 999').waitFor();
  assert.equal(await focused(), first);
  await page.keyboard.press('End');
  await until(async () => (await focused()) === 'billing export', 'the last test has the focus');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await until(async () => (await focused()) === 'test 999', 'the one two before it has');
  // The row that has the focus stays, however far away the reader scrolls.
  await page.evaluate(() => scrollTo(0, 0));
  await page.keyboard.press('ArrowUp');
  await until(async () => (await focused()) === 'test 998', 'the focus was not lost');
  await page.keyboard.press('/');
  await page.keyboard.type('test 998');
  await until(async () => (await page.locator('.test-row').count()) === 1, 'the search has found it');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').blur();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await until(async () => new URL(page.url()).pathname.startsWith('/tests/'), 'the test is open');
  await page.goBack();
  await page.locator('.test-row').first().waitFor();
  await close();
});

told('help says what keys do, and can turn them off', async (mock) => {
  const { page, close } = await open(browser, mock.url);
  await page.locator('.test-row').first().waitFor();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('search, on the overview').waitFor();
  assert.deepEqual(await accessibility(page), []);
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await until(async () => (await dialog.count()) === 0, 'it is closed');
  await page.keyboard.press('?');
  await page.keyboard.press('j');
  assert.equal(await dialog.count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.closest('.test-row')), null);
  await close();
});

told('what is broken stands at the top: since when, why, and where it began', async (mock) => {
  const { page, close } = await open(browser, mock.url);
  const incident = page.locator('[data-broken="checkout flow"]');
  assert.match(await incident.textContent(), /down for 1[12] min.*since [-\d: ]+.*expected 201, got 503.*shop on call/s);
  const runs = mock.world.list_runs({ test: 'checkout flow', limit: 1000 }).runs;
  const first = runs[runs.findIndex(({ status }) => status !== 'failed') - 1];
  const link = incident.getByRole('link', { name: 'First failing run of checkout flow' });
  assert.equal(await link.getAttribute('href'), `/runs/${first.id}`);
  const runbook = incident.getByRole('link', { name: 'Runbook of checkout flow' });
  assert.equal(await runbook.getAttribute('href'), 'https://wiki.example/checkout');
  mock.world.tests.get('homepage').runbook = 'javascript:alert(1)';
  mock.world.ran('homepage', Date.now(), { status: 'failed', class: 'dns', fail_cause: 'no such host' });
  await page.locator('.broken-test').first().getByText('no such host').waitFor();
  await page.locator('.announcer').getByText('homepage is down now: no such host.').waitFor({ state: 'attached' });
  await page.reload();
  await page.locator('[data-broken=homepage]').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Runbook of homepage' }).count(), 0);
  mock.world.ran('homepage', Date.now());
  await until(async () => (await page.locator('[data-broken=homepage]').count()) === 0, 'it is mended');
  await close();
});

told('states, labels, groups and orders stand in the address, and back leads to the view before', async (mock) => {
  const { page, close } = await open(browser, mock.url);
  const names = () => page.locator('.test-row').evaluateAll((rows) => rows.map((each) => each.dataset.test));
  await page.locator('.test-row').first().waitFor();
  await page.getByRole('button', { name: /Down/ }).click();
  await until(async () => (await names()).length === 3, 'three are down');
  assert.equal(new URL(page.url()).search, '?state=down');
  await page.getByRole('combobox', { name: 'Label' }).selectOption('team=shop');
  await until(async () => (await names()).join() === 'checkout flow', 'one of them is the shop\'s');
  await page.goBack();
  await until(async () => (await names()).length === 3, 'the label is gone');
  await page.goBack();
  await until(async () => (await names()).length === 12, 'all are back');
  await page.goForward();
  await page.goForward();
  await page.reload();
  await until(async () => (await names()).join() === 'checkout flow', 'the address alone says it');
  await page.getByRole('button', { name: 'Show all tests' }).click();
  await page.getByRole('combobox', { name: 'Group' }).selectOption('team');
  await page.locator('.group-head').first().waitFor();
  assert.deepEqual(await page.locator('.group-head h2').allTextContents(), [
    'team: edge',
    'team: shop',
    'no team',
    'team: accounts',
  ]);
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('name');
  await until(async () => page.url().endsWith('?group=team&sort=name'), 'both are in the address');
  assert.deepEqual(await accessibility(page), []);
  await page.setViewportSize(phone);
  assert.equal(await overflow(page), 0);
  await close();
});

told('the theme follows the system until the reader chooses', async (mock) => {
  const { page, close } = await open(browser, mock.url, { colorScheme: 'dark' });
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await page.locator('.test-row').first().waitFor();
  assert.equal(await theme(), 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await until(async () => (await theme()) === 'light', 'it follows');
  await page.getByRole('button', { name: /^Theme: as the system/ }).click();
  await page.getByRole('button', { name: /^Theme: light/ }).click();
  assert.equal(await theme(), 'dark');
  await page.reload();
  await page.locator('.test-row').first().waitFor();
  assert.equal(await theme(), 'dark');
  await close();
});

told('a tab that comes back is told what it missed, and one that missed too much asks for all', async (mock) => {
  mock.world.max_page = 100;
  const { page, close } = await open(browser, mock.url);
  await page.locator('.test-row').first().waitFor();
  const hide = (hidden) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await until(() => mock.world.listeners.size === 1, 'it listens');
  await hide(true);
  await until(() => mock.world.listeners.size === 0, 'it listens no more');
  const failure = { status: 'failed', class: 'dns', fail_cause: 'no such host: shop.example' };
  const run = mock.world.ran('homepage', Date.now(), failure);
  mock.world.tell('test_state', { test: 'homepage', from: 'up', to: 'down', at: new Date().toISOString() });
  mock.world.tell('run_finished', mock.world.summary(run));
  mock.lists = 0;
  await hide(false);
  await page.locator('[data-broken=homepage]').waitFor();
  assert.equal(mock.lists, 0);
  await hide(true);
  await until(() => mock.world.listeners.size === 0, 'it listens no more');
  mock.world.started_at += 1;
  mock.world.told = [];
  mock.world.ran('homepage', Date.now());
  await hide(false);
  await until(async () => (await page.locator('[data-broken=homepage]').count()) === 0, 'it has asked for all');
  assert.equal(mock.lists, 1);
  await close();
});

test('who has no token signs in and out by the form, by keyboard', { skip }, async (t) => {
  const { stdout } = await run(canaryctl, ['token', 'wall', 'read']);
  const [token] = stdout.match(/canary_[0-9a-f]+/);
  const [line] = stdout.match(/wall read sha256:[0-9a-f]+/);
  const daemon = await start(t, folder(t, { 'config.js': configuration({ login: { source: '' } }), tokens: line }), {
    flags: ['--web.auth-file=tokens'] });
  const { page, close } = await open(browser, daemon.url);
  await page.getByRole('heading', { name: 'Sign in to canaryd' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'token');
  assert.deepEqual(await accessibility(page), []);
  await page.keyboard.type('canary_wrong');
  await page.keyboard.press('Enter');
  await page.getByText('Not signed in: there is no such token.').waitFor();
  await page.getByLabel('Token').fill(token);
  await page.keyboard.press('Enter');
  await page.locator('.test-row[data-test="login"]').waitFor();
  await page.getByText('Signed in as wall, who may look.').waitFor();
  assert.equal(await page.evaluate(() => document.cookie), '');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to canaryd' }).waitFor();
  assert.equal(await page.locator('.test-row').count(), 0);
  await close();
});

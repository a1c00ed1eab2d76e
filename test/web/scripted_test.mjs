// What the page does when things happen to a daemon, one whose tests do as they are told.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, open, overflow, phone, until } from './browser.mjs';
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
  assert.equal(await page.locator('.test-row').count(), 12);
  assert.match(await page.title(), /^…/);
  assert.match(await page.locator('#favicon').getAttribute('href'), /favicon\.svg/);
  mock.away = false;
  await page.getByRole('button', { name: 'Ask now' }).click();
  await until(async () => (await page.locator('.banner-lost').count()) === 0, 'the banner is gone');
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
  assert.match(words, /Failed connect22 ms\d\d:\d\d:\d\d/);
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

told('a thousand tests scroll without being drawn at once', async (mock) => {
  mock.world.max_page = 1000;
  for (let i = 0; i < 1000; i += 1) mock.world.add(`test ${i}`);
  mock.world.view = ((view) => (name) => {
    const known = view.call(mock.world, 'dns');
    return name.startsWith('test ') ? { ...known, name } : view.call(mock.world, name);
  })(mock.world.view);
  const { page, close } = await open(browser, mock.url);
  await until(async () => (await page.locator('.test-row').count()) === 1012, 'all are listed');
  assert.ok((await page.locator('.bar').count()) < 6_000);
  await row(page, 'test 999').scrollIntoViewIfNeeded();
  await row(page, 'test 999').locator('.bar').first().waitFor();
  await close();
});

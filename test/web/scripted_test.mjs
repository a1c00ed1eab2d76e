// What the pages of tests and runs show of a daemon whose tests do as they are told.
import assert from 'node:assert/strict';
import { accessibility, open, overflow, phone, until } from './browser.mjs';
import { newest, one_browser, row, told } from './told.mjs';

const browser = one_browser();

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
    const { page, close } = await open(browser(), `${mock.url}/runs/${id}`, { viewport: phone });
    const section = page.locator('.resources');
    await section.getByText(said).waitFor();
    assert.deepEqual(await section.locator('dd strong').allTextContents(), figures);
    assert.equal(await overflow(page), 0);
    await close();
  }
});

told('a refused Run now says why', async (mock) => {
  mock.world.refuse_runs = 'a run of this test is going on, and its concurrency is forbid';
  const { page, close } = await open(browser(), mock.url);
  await row(page, 'dns').getByRole('button').click();
  await page.locator('.notice-refused', { hasText: 'its concurrency is forbid' }).waitFor();
  await close();
});

told('a run that goes on is followed to its end', async (mock) => {
  const run = mock.world.start('homepage', 1500);
  const { page, close } = await open(browser(), `${mock.url}/runs/${run.id}`);
  await page.getByRole('heading', { level: 1, name: 'Running' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Passed' }).waitFor();
  await page.locator('.log-line').first().waitFor();
  await close();
});

told('a bar tells its outcome, and opens its run', async (mock) => {
  const { page, close } = await open(browser(), mock.url);
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
  const { page, close } = await open(browser(), `${mock.url}/tests/checkout%20flow`);
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
  const { page, close } = await open(browser(), `${mock.url}/tests/login`);
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
  const { page, close } = await open(browser(), `${mock.url}/tests/steady?status=failed`);
  await page.locator('.run-row').waitFor();
  assert.equal(await page.locator('.run-row.is-failed').count(), 1);
  await close();
});

told('names with slashes, spaces and markup lead to their own pages', async (mock) => {
  for (const name of mock.world.tests.keys()) {
    const { page, close } = await open(browser(), mock.url);
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
      const { page, close } = await open(browser(), mock.url + path, { viewport });
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
  const { page, close } = await open(browser(), `${mock.url}/runs/${newest(mock, 'checkout flow', 'failed').id}`);
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
  const { page, close } = await open(browser(), `${mock.url}/runs/${newest(mock, 'checkout flow', 'failed').id}`);
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
  const { page, close } = await open(browser(), `${mock.url}/runs/${newest(mock, 'checkout flow', 'failed').id}`);
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
    const { page, close } = await open(browser(), `${mock.url}/runs/${id}`);
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
      const { page, close } = await open(browser(), mock.url + path, {
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

told('help says what keys do, and can turn them off', async (mock) => {
  const { page, close } = await open(browser(), mock.url);
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

told('the theme follows the system until the reader chooses', async (mock) => {
  const { page, close } = await open(browser(), mock.url, { colorScheme: 'dark' });
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

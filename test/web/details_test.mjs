// The pages of one test and of one run: windows, zoom, hours, pausing; steps, what was expected, neighbours, two runs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, open, overflow, phone, until } from './browser.mjs';
import { start_mock } from './mock.mjs';
import { older_history } from './scenario.mjs';

const skip = process.env.CANARY_URL ? 'the daemon at CANARY_URL does not do as it is told' : false;
const shop = '/tests/checkout%20flow';
let mock, browser;

before(async () => {
  if (skip) return;
  mock = await start_mock();
  older_history(mock.world, 'checkout flow');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await mock?.close();
});

/** A page of the one daemon of this file. */
function shown(name, path, body, options = {}) {
  test(name, { skip }, async () => {
    const { page, close } = await open(browser, mock.url + (typeof path === 'function' ? path() : path), options);
    await body(page);
    await close();
  });
}

const runs_of = (status) => mock.world.list_runs({ test: 'checkout flow', status }).runs;
const failed_path = () => `/runs/${runs_of('failed')[0].id}`;
const address = (page) => new URL(page.url());
const chosen_window = (page) => page.locator('.window-bar [aria-current]').allTextContents();

shown('the window is chosen, stands in the address, and back leads to the one before', `${shop}?window=24h`, async (page) => {
  await page.locator('.chart canvas').waitFor();
  assert.deepEqual(await chosen_window(page), ['24 h']);
  const scroll = await page.evaluate(() => (scrollTo(0, 120), scrollY));
  await page.locator('.window-bar').getByRole('link', { name: '30 d' }).click();
  await page.locator('.key-p95').waitFor();
  assert.equal(address(page).search, '?window=30d');
  assert.equal(await page.evaluate(() => scrollY), scroll);
  await page.reload();
  await page.locator('.key-p99').waitFor();
  assert.deepEqual(await chosen_window(page), ['30 d']);
  await page.locator('.standing-table').getByRole('link', { name: '7 d' }).click();
  await until(async () => (await chosen_window(page))[0] === '7 d', 'the row of the table chose its window');
  await page.goBack();
  await until(async () => (await chosen_window(page))[0] === '30 d', 'the window before is back');
});

shown('a drag over the chart zooms, and the runs of the stretch are shown one by one', `${shop}?window=30d`, async (page) => {
  await page.locator('.key-p95').waitFor();
  const { x, y, width, height } = await page.locator('.chart .u-over').boundingBox();
  await page.mouse.move(x + width * 0.4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.5, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(0, 0);
  await until(() => address(page).searchParams.has('from'), 'the zoom is in the address');
  const query = address(page).searchParams;
  const days = (Date.parse(query.get('to')) - Date.parse(query.get('from'))) / 86_400_000;
  assert.ok(days > 2.7 && days < 3.3, `${days} days`);
  await page.locator('.key-median').waitFor();
  assert.match(await page.locator('.chart-box').getAttribute('aria-label'), /^Durations of 1[34]\d runs/);
  assert.deepEqual(await chosen_window(page), []);
});

shown('the keyboard alone zooms, moves, and opens a run', `${shop}?window=24h`, async (page) => {
  const length = () => {
    const query = address(page).searchParams;
    return (Date.parse(query.get('to')) - Date.parse(query.get('from'))) / 3_600_000;
  };
  await page.locator('.chart canvas').waitFor();
  await page.locator('.chart-box').focus();
  await page.keyboard.press('+');
  await until(() => length() === 12, 'half a day is shown');
  await page.getByRole('button', { name: 'Zoom out' }).press('Enter');
  await until(() => length() === 24, 'a day is shown again');
  const before = address(page).searchParams.get('to');
  await page.getByRole('button', { name: 'Earlier' }).press('Enter');
  await until(() => address(page).searchParams.get('to') < before, 'it moved into the past');
  await page.locator('.chart canvas').waitFor();
  await page.locator('.chart-box').focus();
  await page.keyboard.press('End');
  await page.locator('.chart-caption strong').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await until(() => address(page).pathname.startsWith('/runs/'), 'the run is open');
});

shown('a run that ends is in the picture at once', '/tests/homepage', async (page) => {
  await page.locator('.chart canvas').waitFor();
  const count = async () => Number(/of (\d+) runs/.exec(await page.locator('.chart-box').getAttribute('aria-label'))[1]);
  const before = await count();
  mock.world.ran('homepage', Date.now(), { status: 'failed', class: 'dns', fail_cause: 'no such host' });
  await until(async () => (await count()) === before + 1, 'the run is drawn');
  await page.locator('a.class-bar').waitFor();
  await page.getByText('1 run failed').waitFor();
  mock.world.ran('homepage', Date.now());
  await until(async () => (await page.locator('.incident').count()) === 0, 'the incident is over');
});

shown('an hour of the heatmap tells how it was, and leads into it', shop, async (page) => {
  const cells = page.locator('a.heat-cell');
  await cells.first().waitFor();
  assert.ok((await cells.count()) > 250);
  assert.equal(await page.locator('.heat-cell[tabindex="0"]').count(), 1);
  const bad = page.locator('.heat-cell.heat-4').first();
  assert.match(await bad.getAttribute('aria-label'), /^\w{3}, \w{3} \d+ \d\d:00: \d+ of \d+ runs failed, uptime \d/);
  await page.locator('.heat-cell[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(() => address(page).searchParams.has('from'), 'the hour is shown');
  const query = address(page).searchParams;
  assert.equal(Date.parse(query.get('to')) - Date.parse(query.get('from')), 3_600_000);
});

shown('what failed is told by class, and nothing where nothing did', `${shop}?window=30d`, async (page) => {
  await page.locator('a.class-bar').first().waitFor();
  assert.match(await page.locator('a.class-bar').last().getAttribute('aria-label'), /\d+ assert/);
  assert.match((await page.locator('.classes .legend li').allTextContents())[0], /^\s*assert \d+$/);
  await page.goto(`${mock.url}/tests/dns?window=1h`);
  await page.getByText('Nothing failed in this window.').waitFor();
});

shown('the incident says since when, how many, why, and where it began', shop, async (page) => {
  const incident = page.locator('.incident');
  await incident.getByText('23 runs failed').waitFor();
  assert.match(await incident.textContent(), /expected 201, got 503.*Down for 11 min/);
  const failed = runs_of('failed');
  const href = await incident.getByRole('link', { name: 'first failing run' }).getAttribute('href');
  assert.equal(href, `/runs/${failed[22].id}`);
  await page.locator('.code li.failing').waitFor();
  assert.equal(await page.locator('.code li.failing').getAttribute('id'), 'L27');
  assert.match(await page.locator('.facts').textContent(), /shop on call.*wiki\.example\/checkout.*team shop/);
});

shown('of a test that has not run nothing is told as good', '/tests/nightly%20report', async (page) => {
  await page.getByText('Nothing ran in this window.').waitFor();
  assert.match(await page.locator('.standing').textContent(), /Unknown.*no run has passed or failed yet/);
});

shown('a test that its configuration pauses says so', '/tests/billing%20export', async (page) => {
  await page.locator('.standing').getByText('by its configuration').waitFor();
});

test('a test is paused and resumed, and a refusal says why', { skip }, async () => {
  const { page, close } = await open(browser, `${mock.url}/tests/dns`);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('dns is paused until somebody resumes it').waitFor();
  await page.locator('.standing').getByText('Paused').waitFor();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByText('dns is resumed').waitFor();
  await page.locator('.standing').getByText('Up').waitFor();
  mock.world.refuse_pause = 'the configuration says otherwise';
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('dns was not paused: the configuration says otherwise').waitFor();
  mock.world.refuse_pause = null;
  await close();
});

test('a maintenance begins for as long as is asked, says until when and why, and is ended', { skip }, async () => {
  const { page, close } = await open(browser, `${mock.url}/tests/dns`);
  const opener = page.getByRole('button', { name: 'Maintenance', exact: true });
  await opener.click();
  const form = page.getByRole('form', { name: 'Maintenance' });
  assert.deepEqual(await accessibility(page), []);
  assert.equal(await form.getByLabel('1 hour').isChecked(), true);
  await form.getByText(/^Lasts 1 h, until (\d{4}-\d\d-\d\d )?\d\d:\d\d\. The test runs on/).waitFor();
  await form.getByRole('group', { name: 'How long' }).getByLabel('2 hours', { exact: true }).check();
  await form.getByText(/^Lasts 2 h, until/).waitFor();
  await form.getByLabel('Reason').fill('a new name server');
  await form.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('dns is in maintenance, and raises no alarm').waitFor();
  await page.locator('.standing').getByText('Maintenance').waitFor();
  await page.getByText(/^In maintenance until .*: a new name server$/).waitFor();
  assert.deepEqual(mock.world.asked_maintenance, { duration: '2h', reason: 'a new name server' });
  await page.getByRole('button', { name: 'End maintenance' }).click();
  await page.getByText('dns is in maintenance no more').waitFor();
  await page.locator('.standing').getByText('Up').waitFor();
  mock.world.refuse_pause = 'it cannot be kept';
  await opener.click();
  await form.getByRole('button', { name: 'Begin' }).click();
  await form.getByRole('alert').getByText('Not begun: it cannot be kept').waitFor();
  mock.world.refuse_pause = null;
  await close();
});

test('a maintenance of another length begins by keyboard alone, and what is no length is told beside it', { skip }, async () => {
  const { page, close } = await open(browser, `${mock.url}/tests/dns`, { viewport: phone });
  const opener = page.getByRole('button', { name: 'Maintenance', exact: true });
  await opener.press('Enter');
  const focused = () => page.evaluate(() => document.activeElement.value ?? document.activeElement.textContent);
  await until(async () => (await focused()) === '1h', 'the focus is on what is chosen');
  await page.keyboard.press('Escape');
  await until(async () => (await focused()) === '' && (await opener.evaluate((it) => it === document.activeElement)), 'it is closed');
  await opener.press('Enter');
  await until(async () => (await focused()) === '1h', 'it is open again');
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowDown');
  const written = page.getByLabel('How long it lasts');
  await written.fill('2 hours');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('“2 hours” is no length of time.').waitFor();
  assert.equal(await written.getAttribute('aria-invalid'), 'true');
  assert.deepEqual(await accessibility(page), []);
  assert.equal(await overflow(page), 0);
  await written.fill('90m');
  await page.getByText(/^Lasts 1 h 30 min, until/).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('dns is in maintenance, and raises no alarm').waitFor();
  assert.deepEqual(mock.world.asked_maintenance, { duration: '90m', reason: '' });
  await page.getByRole('button', { name: 'End maintenance' }).click();
  await page.getByText('dns is in maintenance no more').waitFor();
  await close();
});

shown('runs are filtered by outcome and by class', `${shop}?status=failed`, async (page) => {
  await page.locator('.run-row').first().waitFor();
  await page.getByLabel('Class of failure').selectOption('connect');
  await until(() => address(page).search === '?status=failed&class=connect', 'both are in the address');
  await until(
    async () => [...new Set(await page.locator('.run-row .class-tag').allTextContents())].join() === 'connect',
    'only those are listed',
  );
});

shown('steps stand in their order and depth, above the requests of the same moment', failed_path, async (page) => {
  await page.locator('.step').first().waitFor();
  const steps = await page.locator('.step').evaluateAll((rows) =>
    rows.map((row) => `${row.style.getPropertyValue('--depth')} ${row.querySelector('.step-text').textContent}`),
  );
  assert.deepEqual(steps.slice(0, 4), ['0 open the shop', '0 sign in', '1 send the credentials', '0 fill the cart']);
  assert.match(await page.locator('.step.is-failed').textContent(), /place the order.*1 broken.*got 503/);
  assert.match(await page.locator('.step.is-skipped').textContent(), /the step before it failed/);
  const left = (selector) => page.locator(selector).evaluate((each) => each.getBoundingClientRect().left);
  const step = await left('.step.is-failed .step-bar');
  const request = await left('.request:nth-child(6) .segment >> nth=0');
  assert.ok(Math.abs(step - request) < 3, `${step} and ${request}`);
  assert.deepEqual(await page.locator('.check-list .is-broken, .check-list .is-soft').count(), 2);
  await page.getByLabel('only what did not hold').check();
  assert.equal(await page.locator('.check').count(), 2);
});

shown('what was expected stands against what came, and the stack leads to the source', failed_path, async (page) => {
  await page.locator('.diff').waitFor();
  const of = (kind) => page.locator(`.diff-is-${kind} code`).allTextContents();
  assert.deepEqual((await of('expected')).slice(0, 2), ['  "status": 201,', '    "state": "placed",']);
  assert.deepEqual(await page.locator('.diff-mark').first().textContent(), '201');
  await page.locator('.stack a', { hasText: 'scripts/checkout.js:34' }).click();
  await page.locator('#L34.marked').waitFor();
});

shown('a log is searched, and the search can be sent to others', failed_path, async (page) => {
  await page.getByLabel('Search the log').fill('order code=503');
  await until(async () => (await page.locator('.log-line').count()) === 1, 'one line is left');
  assert.deepEqual(await page.locator('.log mark').allTextContents(), ['order', 'code=503']);
  await page.reload();
  await until(async () => (await page.locator('.log-line').count()) === 1, 'one line is left');
  assert.equal(await page.getByLabel('Search the log').inputValue(), 'order code=503');
  await page.getByLabel('Search the log').press('Escape');
  await until(async () => (await page.locator('.log-line').count()) === 7, 'all are back');
});

shown('a run leads to its neighbours, and stands beside the last that passed', failed_path, async (page) => {
  const [newest, second] = runs_of('failed');
  const nav = page.getByRole('navigation', { name: 'Neighbouring runs' });
  await nav.getByRole('link', { name: /^Previous:/ }).click();
  await until(() => address(page).pathname === `/runs/${second.id}`, 'the run before is open');
  await nav.getByRole('link', { name: /^Next:/ }).click();
  await until(() => address(page).pathname === `/runs/${newest.id}`, 'the run after it is open');
  await nav.getByRole('link', { name: 'Compare with the last pass' }).click();
  await page.getByRole('heading', { level: 1, name: 'Two runs side by side' }).waitFor();
  assert.equal(address(page).searchParams.get('with'), runs_of('passed')[0].id);
  await page.reload();
  await page.locator('.compare-table').first().waitFor();
  const order = page.locator('#compare-requests ~ .table-box tr', { hasText: '/api/orders' });
  assert.match(await order.textContent(), /503 212 ms.*201 64 ms.*\+148 ms/);
  assert.equal(await page.locator('.compare-table tr.parts', { hasText: 'place the order' }).count(), 2);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Failed' }).waitFor();
});

test('two runs stand under each other on a phone, and each says which one it is', { skip }, async () => {
  const compared = `${mock.url}${failed_path()}?with=${runs_of('passed')[0].id}`;
  const { page, close } = await open(browser, compared, { viewport: phone });
  const order = page.getByRole('row').filter({ hasText: '/api/orders' });
  await order.waitFor();
  const parts = await order.locator('td').evaluateAll((cells) =>
    cells.map((cell) => ({ ...cell.getBoundingClientRect().toJSON(), says: getComputedStyle(cell, '::before').content })),
  );
  const [left, right, difference] = parts;
  assert.match(left.says, /^"This run\b/);
  assert.match(right.says, /^"Compared with\b/);
  assert.equal(left.left, right.left);
  assert.ok(right.top >= left.bottom && difference.bottom <= left.top, JSON.stringify(parts));
  for (const part of parts) assert.ok(part.left >= 0 && part.right <= phone.width, JSON.stringify(part));
  await close();
});

test('a run that goes on is seen to end beside another', { skip }, async () => {
  const going = mock.world.start('homepage', 1500);
  const done = mock.world.list_runs({ test: 'homepage', status: 'passed' }).runs[0];
  const { page, close } = await open(browser, `${mock.url}/runs/${done.id}?with=${going.id}`);
  const sides = page.locator('.compare-side');
  await sides.filter({ hasText: 'Running' }).waitFor();
  await sides.filter({ hasText: 'Passed' }).nth(1).waitFor();
  await close();
});

test('a part of the page that does not come is told, and comes when the page is loaded again', { skip }, async () => {
  const { page, close, expect_silence } = await open(browser, `${mock.url}/?q=checkout`);
  expect_silence();
  for (const [part, path, shown_by] of [
    ['test', shop, '.figures'],
    ['chart', shop, '.chart-box'],
    ['run', failed_path(), '.run-facts'],
    ['compare', `${failed_path()}?with=${runs_of('passed')[0].id}`, '.compare-table'],
  ]) {
    const script = `**/assets/${part}-*.js`;
    await page.route(script, (route) => route.abort());
    await page.goto(mock.url + path);
    const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
    await alert.waitFor();
    assert.deepEqual(await accessibility(page), [], part);
    assert.equal(await page.locator(shown_by).count(), 0, part);
    await page.unroute(script);
    await alert.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.locator(shown_by).first().waitFor();
  }
  await close();
});

test('a run is copied as the API gives it', { skip }, async () => {
  const { page, close } = await open(browser, mock.url + failed_path(), {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('is on the clipboard').waitFor();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(`/runs/${copied.id}`, failed_path());
  assert.equal(copied.steps.length, 9);
  await close();
});

test('long names and causes leave the rest where it belongs, and are read by keyboard', { skip }, async () => {
  const name = `${'a long name of a test '.repeat(6)}without-a-place-to-break-${'x'.repeat(60)}`;
  const fail_cause = 'the field amount.currency.code is missing; '.repeat(80);
  mock.world.add(name, { labels: { region: 'eu-central-1-of-the-second-provider' } });
  mock.world.ran(name, Date.now() - 5_000);
  const { id } = mock.world.ran(name, Date.now() - 1_000, { status: 'failed', class: 'assert', fail_cause });
  for (const viewport of [phone, { width: 1280, height: 860 }]) {
    const { page, close } = await open(browser, mock.url, { viewport });
    const head = page.locator('.broken-test', { hasText: 'a long name' }).locator('.broken-head');
    await head.waitFor();
    const [sign, words] = await head.evaluate((it) => [...it.children].map((child) => child.getBoundingClientRect().toJSON()));
    assert.ok(sign.right <= words.left && sign.top - words.top < 10, JSON.stringify([sign, words]));
    await page.goto(`${mock.url}/tests/${encodeURIComponent(name)}`);
    const tag = page.locator('.facts .label-tag');
    await tag.waitFor();
    const [inner, outer] = await tag.evaluate((it) => [it, it.closest('dd')].map((each) => each.getBoundingClientRect().right));
    assert.ok(inner <= outer + 1, `${inner} and ${outer}`);
    const row = page.locator('.standing-table tbody tr').first();
    await row.getByText('%').waitFor();
    assert.equal(await page.locator('.table-box').evaluate((it) => it.scrollWidth - it.clientWidth), 0);
    for (const cell of await row.locator('td').all())
      assert.ok(await cell.evaluate((it) => it.scrollWidth <= it.clientWidth), await cell.textContent());
    assert.equal(await overflow(page), 0);
    await page.goto(`${mock.url}/runs/${id}`);
    await page.locator('#cause[tabindex="0"]').waitFor();
    await page.locator('.log-text[tabindex="0"]').waitFor();
    assert.deepEqual(await accessibility(page), []);
    assert.equal(await overflow(page), 0);
    await close();
  }
  mock.world.tests.delete(name);
});

for (const [name, options] of Object.entries({
  'wide and light': { colorScheme: 'light' },
  'a phone, and dark': { colorScheme: 'dark', viewport: phone, hasTouch: true },
})) {
  test(`nothing serious for axe, nothing sticks out: ${name}`, { skip }, async () => {
    const compared = `${failed_path()}?with=${runs_of('passed')[0].id}`;
    for (const path of [`${shop}?window=30d`, failed_path(), compared]) {
      const { page, close } = await open(browser, mock.url + path, options);
      await page.locator('.heat-cell.heat-4, .step, .compare-table').first().waitFor();
      assert.deepEqual(await accessibility(page), [], path);
      assert.equal(await overflow(page), 0, path);
      await close();
    }
  });
}

// The list of tests when things happen, when there are a thousand, and what of it stands in the address.
import assert from 'node:assert/strict';
import { accessibility, open, overflow, phone, until } from './browser.mjs';
import { one_browser, row, told } from './told.mjs';

const browser = one_browser();

told('a new failure is shown by itself, and neither scroll nor focus is lost', async (mock) => {
  const { page, close } = await open(browser(), mock.url, { viewport: { width: 1280, height: 400 } });
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

told('all tests of all pages of the list are shown', async (mock) => {
  mock.world.max_page = 2;
  const { page, close } = await open(browser(), mock.url);
  await until(async () => (await page.locator('.test-row').count()) === 12, 'all twelve are there');
  await close();
});

told('what is broken stands at the top: since when, why, and where it began', async (mock) => {
  const { page, close } = await open(browser(), mock.url);
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

told('a maintenance says in the list until when and why, and its word has room', async (mock) => {
  const [since, end] = [0, 7_200_000].map((ms) => new Date(Date.now() + ms).toISOString());
  mock.world.set_maintenance('dns', { since, until: end, reason: 'a new name server', by: null });
  for (const viewport of [{ width: 1280, height: 860 }, { width: 900, height: 860 }, phone]) {
    const { page, close } = await open(browser(), `${mock.url}/?q=dns`, { viewport });
    await row(page, 'dns').getByText(/^until .*\d\d:\d\d:\d\d: a new name server$/).waitFor();
    const word = await row(page, 'dns').locator('.row-state').evaluate((it) => it.scrollWidth - it.clientWidth);
    assert.ok(word <= 0, `${word} px too long, of ${viewport.width}`);
    await close();
  }
});

told('states, labels, groups and orders stand in the address, and back leads to the view before', async (mock) => {
  const { page, close } = await open(browser(), mock.url);
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
  const { page, close } = await open(browser(), mock.url);
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
  const { page, close } = await open(browser(), mock.url);
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

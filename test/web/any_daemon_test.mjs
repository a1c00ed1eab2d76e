// What the page must do whatever daemon is behind it: it is compared with what the daemon's own API says.
//
// CANARY_URL names a running daemon, for example http://127.0.0.1:8080, with at least one test that is not paused; without it,
// a pretended one is started.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, launch, open, overflow, phone, until } from './browser.mjs';
import { start_mock } from './mock.mjs';

let mock, browser, url;

before(async () => {
  if (!process.env.CANARY_URL) mock = await start_mock();
  url = (process.env.CANARY_URL ?? mock.url).replace(/\/$/, '');
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await mock?.close();
});

const ask = async (path) => {
  const response = await fetch(url + path);
  assert.ok(response.ok, `${path}: ${response.status}`);
  return response.json();
};

async function all_tests() {
  const tests = [];
  let cursor = null;
  do {
    const page = await ask(`/api/v1/tests?limit=50${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    tests.push(...page.tests);
    cursor = page.next;
  } while (cursor !== null);
  return tests;
}

/** Waits until some run has ended in the wished way; null where none does within 20 s. */
async function find_run(status) {
  for (let i = 0; i < 80; i += 1) {
    const { runs } = await ask(`/api/v1/runs?limit=1000`);
    const found = runs.find((run) => run.status === status);
    if (found) return found;
    await new Promise((done) => setTimeout(done, 250));
  }
  return null;
}

const test_path = (name) => `/tests/${encodeURIComponent(name)}`;

/** What each row says that scrolling from top to bottom brings to the screen, by the test's name. */
async function walk_list(page, read) {
  const seen = {};
  await page.evaluate(() => scrollTo(0, 0));
  for (;;) {
    Object.assign(seen, await page.locator('.test-row').evaluateAll(read));
    const moved = await page.evaluate(async () => {
      const before = scrollY;
      scrollBy(0, innerHeight);
      // The list draws when it is told of the scroll, which is with the next frame.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return scrollY > before;
    });
    if (!moved) return seen;
  }
}

const words_of_rows = (rows) =>
  Object.assign({}, ...rows.map((row) => ({ [row.dataset.test]: row.querySelector('.state-word').textContent.toLowerCase() })));

const listed = async (page) => Number(await page.locator('.placed-row').first().getAttribute('aria-setsize'));

test('the overview lists every test, with the state that the API tells', async () => {
  const { page, close } = await open(browser, url);
  await page.locator('.test-row').first().waitFor();
  const tests = await all_tests();
  assert.equal(await listed(page), tests.length);
  assert.ok((await page.locator('.test-row').count()) < 60);
  assert.deepEqual(Object.keys(await walk_list(page, words_of_rows)).sort(), tests.map(({ name }) => name).sort());
  await until(async () => {
    const shown = await walk_list(page, words_of_rows);
    return (await all_tests()).every(({ name, state }) => shown[name] === state);
  }, 'each row shows its state');
  await close();
});

test('totals, tab title and favicon say the same as the status', async () => {
  const { page, close } = await open(browser, url);
  await page.locator('.counts').waitFor();
  await until(async () => {
    const { tests, name } = await ask('/api/v1/status');
    const shown = await page
      .locator('.count')
      .evaluateAll((all) =>
        Object.fromEntries(
          all.map((each) => [
            each.querySelector('.count-word').textContent.toLowerCase(),
            parseInt(each.querySelector('.count-number').textContent.replace(/\D/g, ''), 10),
          ]),
        ),
      );
    const title = await page.title();
    const icon = await page.locator('#favicon').getAttribute('href');
    const state = tests.down > 0 ? 'down' : tests.up > 0 ? 'up' : 'unknown';
    return (
      ['up', 'down', 'unknown', 'paused', 'maintenance'].every((each) => (shown[each] ?? 0) === tests[each]) &&
      title.includes(name || 'canaryd') &&
      title.startsWith({ down: '✕', up: '✓', unknown: '?' }[state]) &&
      (state === 'down'
        ? decodeURIComponent(icon).endsWith(`>${tests.down}</text></svg>`)
        : icon.includes({ up: 'favicon-up.svg', unknown: 'favicon.svg' }[state]))
    );
  }, 'everything agrees with the status');
  await close();
});

test('broken tests come first', async () => {
  const { page, close } = await open(browser, url);
  await page.locator('.test-row').first().waitFor();
  const order = { down: 0, unknown: 1, up: 2, maintenance: 3, paused: 4 };
  const states = await page.locator('.state-word').allTextContents();
  const ranks = states.map((state) => order[state.toLowerCase()]);
  assert.deepEqual(ranks, [...ranks].sort());
  await close();
});

test('search narrows the list, lives in the address, and Escape ends it', async () => {
  const tests = await all_tests();
  const { name } = tests[tests.length - 1];
  const { page, close } = await open(browser, url);
  const input = page.getByRole('searchbox');
  await input.fill(name);
  await page.locator(`.test-row[data-test=${JSON.stringify(name)}]`).waitFor();
  await input.fill('no test is called like this');
  await page.getByText('No test matches').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('q'), 'no test is called like this');
  await page.reload();
  await page.getByText('No test matches').waitFor();
  await input.press('Escape');
  await until(async () => (await listed(page)) === tests.length, 'all tests are back');
  await close();
});

test('a test has a page, from the list and by its own address', async () => {
  (await find_run('passed')) ?? (await find_run('failed'));
  const tests = await all_tests();
  const { page, close } = await open(browser, url);
  await page.locator('.test-row').first().waitFor();
  const drawn = Object.keys(await page.locator('.test-row').evaluateAll(words_of_rows));
  const known = tests.find(({ name, recent }) => recent.length > 0 && drawn.includes(name));
  await page.evaluate(() => (window.loaded_once = true));
  await page.locator(`.test-row[data-test=${JSON.stringify(known.name)}] .name`).click();
  await page.getByRole('heading', { level: 1, name: known.name, exact: true }).waitFor();
  assert.ok(await page.evaluate(() => window.loaded_once), 'the page was loaded anew');
  assert.equal(new URL(page.url()).pathname, test_path(known.name));
  await page.locator('.run-row').first().waitFor();
  await page.locator('.chart canvas').waitFor();
  const detail = await ask(`/api/v1/tests/${encodeURIComponent(known.name)}`);
  assert.equal(
    await page.locator('.code li').count(),
    detail.source.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').length,
  );
  await page.goBack();
  await page.locator('.test-row').first().waitFor();
  await page.goForward();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: known.name, exact: true }).waitFor();
  await close();
});

test('a run has a page with its outcome, its facts and its log', async () => {
  const run = await find_run('passed');
  assert.ok(run, 'no run passed');
  const whole = await ask(`/api/v1/runs/${run.id}`);
  const { page, close } = await open(browser, `${url}/runs/${run.id}`);
  await page.getByRole('heading', { level: 1, name: 'Passed' }).waitFor();
  assert.equal(await page.locator('.request').count(), whole.requests.length);
  assert.equal(await page.locator('.log-line').count(), Math.min(500, whole.logs.length));
  const figures = await page.locator('.resource-figures dd strong').allTextContents();
  assert.equal(figures.length, whole.usage ? 4 : 0);
  if (whole.usage) {
    const { cpu_ms, peak_memory_bytes, slices, allocations } = whole.usage;
    if (cpu_ms < 900) assert.ok(Math.abs(parseFloat(figures[0]) - cpu_ms) <= Math.max(0.5, cpu_ms / 10), figures[0]);
    if (peak_memory_bytes < 1 << 20) assert.match(figures[1], / KiB$/);
    assert.deepEqual(
      figures.slice(2),
      [slices, allocations].map((n) => n.toLocaleString('en')),
    );
  }
  const json = await (
    await fetch(url + (await page.getByRole('link', { name: 'raw JSON' }).getAttribute('href')))
  ).json();
  assert.equal(json.id, run.id);
  await page.locator('.crumbs a', { hasText: run.test }).click();
  await page.getByRole('heading', { level: 1, name: run.test, exact: true }).waitFor();
  await close();
});

test('a failed run puts its cause first', async (t) => {
  const run = await find_run('failed');
  if (!run) return t.skip('no run failed');
  const whole = await ask(`/api/v1/runs/${run.id}`);
  const { page, close } = await open(browser, `${url}/runs/${run.id}`);
  await page.getByRole('heading', { level: 1, name: 'Failed' }).waitFor();
  const cause = await page.locator('#cause').textContent();
  assert.ok(cause.includes(whole.fail_cause), cause);
  assert.ok(cause.includes(whole.class), cause);
  if (whole.error?.stack) await page.locator('.stack pre').waitFor();
  if (whole.error?.excerpt) await page.locator('.excerpt .failing').waitFor();
  await close();
});

test('Run now starts a run, which appears by itself', async () => {
  const known =
    (await all_tests()).find((each) => each.state !== 'paused' && each.running.length === 0) ?? (await all_tests())[0];
  const { page, close } = await open(browser, url + test_path(known.name));
  await page.locator('.run-row').first().waitFor();
  const run_now = page.getByRole('button', { name: 'Run now' });
  const manual = page.locator('.run-row', { hasText: 'manual' });
  const seen = await manual.count();
  await until(async () => {
    await run_now.click();
    const notice = page.locator('.notice').last();
    await notice.waitFor();
    // A test that may not overlap refuses while it runs, and it runs often.
    return (await notice.getAttribute('class')).includes('notice-done');
  }, 'a run was started');
  await until(async () => (await manual.count()) > seen, 'the new run is in the list');
  await close();
});

test('what does not exist is said to be missing', async () => {
  for (const [path, words] of [
    ['/tests/no%20such%20test%2F', 'There is no such test'],
    ['/runs/00000000-0000-7000-8000-000000000000', 'There is no such run'],
    ['/runs/nonsense', 'There is no such run'],
    ['/nothing/here', 'There is no such page'],
  ]) {
    const answer = await fetch(url + path, { headers: { Accept: 'text/html' } });
    if (!answer.headers.get('content-type').startsWith('text/html')) continue;
    const { page, close } = await open(browser, url + path);
    await page.getByRole('heading', { level: 1, name: words }).waitFor();
    await close();
  }
});

test('the keyboard alone leads from the list to a run and back', async () => {
  await find_run('passed');
  const { page, close } = await open(browser, url);
  await page.locator('.bar').first().waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), 'Skip to the content');
  const tab_to = async (selector, key = 'Tab') => {
    for (let i = 0; i < 60; i += 1) {
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      await page.keyboard.press(key);
    }
    assert.fail(`the Tab key does not lead to ${selector}`);
  };
  await tab_to('.bar');
  const width = await page.evaluate(() => parseFloat(getComputedStyle(document.activeElement).outlineWidth));
  assert.ok(width >= 2, 'the focus cannot be seen');
  const last = await page.evaluate(() => document.activeElement.dataset.run);
  await page.keyboard.press('Home');
  await page.locator('.tooltip').waitFor();
  await page.keyboard.press('Escape');
  await until(async () => (await page.locator('.tooltip').count()) === 0, 'the tooltip is gone');
  await page.keyboard.press('End');
  assert.ok(last);
  await page.keyboard.press('Enter');
  await until(async () => new URL(page.url()).pathname.startsWith('/runs/'), 'the run is open');
  await until(async () => page.evaluate(() => document.activeElement.tagName === 'H1'), 'the heading has the focus');
  await tab_to('.crumbs a[href="/"]', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('.test-row').first().waitFor();
  await close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`nothing serious for axe, ${colorScheme}`, async () => {
    const run = (await find_run('failed')) ?? (await find_run('passed'));
    for (const path of ['/', test_path(run.test), `/runs/${run.id}`]) {
      const { page, close } = await open(browser, url + path, { colorScheme });
      await page.locator('.test-row, .run-row, .facts').first().waitFor();
      for (const details of await page.locator('.request summary').all()) await details.click();
      assert.deepEqual(await accessibility(page), [], path);
      await close();
    }
  });
}

test('a phone needs no sideways scrolling', async () => {
  const run = (await find_run('failed')) ?? (await find_run('passed'));
  for (const path of ['/', test_path(run.test), `/runs/${run.id}`]) {
    const { page, close } = await open(browser, url + path, { viewport: phone, hasTouch: true });
    await page.locator('.test-row, .run-row, .facts').first().waitFor();
    for (const details of await page.locator('.request summary').all()) await details.click();
    assert.equal(await overflow(page), 0, path);
    await close();
  }
});

test('the page forbids scripts of others, and is small', async () => {
  const answer = await fetch(url, { headers: { Accept: 'text/html' } });
  const policy = answer.headers.get('content-security-policy');
  assert.match(policy, /default-src 'self'/);
  assert.doesNotMatch(policy, /unsafe|\*/);
  const { page, close } = await open(browser, url);
  const bytes = await page.evaluate(() =>
    performance
      .getEntries()
      .filter((each) => /\/assets\//.test(each.name) || each.entryType === 'navigation')
      .reduce((sum, each) => sum + each.encodedBodySize, 0),
  );
  assert.ok(bytes > 10_000 && bytes < 40_000, `${bytes} bytes`);
  await close();
});

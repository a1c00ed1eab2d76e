// When runs are due and others still go on, seen through the API.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { configuration, folder, start, until } from './daemon.mjs';

// Starts a daemon with one test, 'a', watches it until `enough` says so, and returns the most runs that were seen at once.
async function watch(t, options, enough) {
  const daemon = await start(t, folder(t, { 'config.js': configuration({ a: options }) }));
  let most = 0;
  await until('enough was seen', async () => {
    const view = await daemon.test('a');
    most = Math.max(most, view.running.length);
    return enough(view, most);
  });
  return { daemon, most };
}

const causes = (runs) => new Set(runs.map((run) => `${run.status} ${run.class}`.trim()));
const ended = (runs) => runs.filter((run) => run.status !== 'running');

test("concurrency 'forbid' skips what is due while a run goes on, and counts it", async (t) => {
  const options = { source: "std.time.sleep('250ms');", frequency: '100ms', concurrency: 'forbid' };
  const { daemon, most } = await watch(t, options, (view) => view.recent.length >= 5);
  assert.equal(most, 1);
  const skipped = (await daemon.metrics()).get('canary_test_skipped_total{reason="still_running",test_name="a"}') ??
    (await daemon.metrics()).get('canary_test_skipped_total{test_name="a",reason="still_running"}');
  assert.ok(skipped >= 8, `${skipped} skipped`);
  assert.ok((await daemon.test('a')).skipped >= skipped);
  const runs = (await daemon.runs()).reverse();
  assert.deepEqual(causes(ended(runs)), new Set(['passed']));
  for (let i = 1; i < runs.length; ++i) assert.ok(runs[i].start_at >= runs[i - 1].end_at, 'two runs overlap');
});

test("concurrency 'allow' lets runs overlap, and all of them end", async (t) => {
  const options = { source: "std.time.sleep('450ms');", frequency: '100ms', concurrency: 'allow' };
  const { daemon, most } = await watch(t, options, (view, most) => view.recent.length >= 10 && most >= 4);
  assert.ok(most >= 4 && most <= 7, `${most} at once`);
  assert.equal((await daemon.test('a')).skipped, 0);
  assert.deepEqual(causes(ended(await daemon.runs())), new Set(['passed']));
});

test("concurrency 'replace' interrupts the earlier run", async (t) => {
  const options = { source: "std.time.sleep('1h');", frequency: '150ms', timeout: '2h', concurrency: 'replace' };
  const { daemon, most } = await watch(t, options, (view) => view.recent.length >= 5);
  assert.ok(most <= 2, `${most} at once`);
  assert.deepEqual(causes(ended(await daemon.runs())), new Set(['interrupted interrupted']));
  assert.match(ended(await daemon.runs())[0].fail_cause, /replace|newer/);
  assert.equal((await daemon.test('a')).state, 'unknown');
});

test('--run.max-concurrent 1 lets one run go on at a time, and each test gets its turn', async (t) => {
  const names = Array.from({ length: 8 }, (_, i) => `test ${i}`);
  const path = folder(t, { 'config.js': configuration(
    Object.fromEntries(names.map((name) => [name, { source: "std.time.sleep('60ms');", frequency: '50ms' }]))) });
  const daemon = await start(t, path, { flags: ['--run.max-concurrent=1'] });
  let queued = 0;
  await until('each has run thrice', async () => {
    const { runs } = await daemon.status();
    assert.ok(runs.running <= 1);
    queued = Math.max(queued, runs.queued);
    return (await daemon.json('/api/v1/tests')).tests.every((each) => each.recent.length >= 3);
  });
  assert.ok(queued > 0 && queued <= names.length, `${queued} queued`);
  const runs = (await daemon.runs()).reverse();
  for (let i = 1; i < runs.length; ++i) assert.ok(runs[i].start_at >= runs[i - 1].end_at, 'two runs overlap');
  const counts = names.map((name) => runs.filter((run) => run.test === name).length);
  assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, `unfair: ${counts}`);
});

test('a paused test is listed and not run, but for a run by hand', async (t) => {
  const path = folder(t, { 'config.js': configuration({
    paused: { source: "log.info('by hand');", frequency: '50ms', paused: true }, beside: { source: '', frequency: '50ms' } }) });
  const daemon = await start(t, path);
  await until('the other one has run', async () => (await daemon.test('beside')).recent.length >= 5);
  const view = await daemon.test('paused');
  assert.deepEqual([view.state, view.paused, view.next_run_at, view.recent], ['paused', true, null, []]);
  const answer = await daemon.trigger('paused');
  assert.equal(answer.status, 202);
  const { id } = await answer.json();
  const run = await daemon.outcome('paused');
  assert.deepEqual([run.id, run.trigger, run.status], [id, 'manual', 'passed']);
  assert.deepEqual((await daemon.runs('&test=paused')).map((each) => each.id), [id]);
});

test('a run by hand starts at once, and is refused where it may not be', async (t) => {
  const path = folder(t, { 'config.js': configuration({
    'with space/and slash': { source: "log.info(test.trigger);" }, slow: { source: "std.time.sleep('1h');", timeout: '2h' } }) });
  const daemon = await start(t, path);
  const { id: first, trigger } = await daemon.outcome('with space/and slash');
  assert.equal(trigger, 'schedule');
  const { id } = await (await daemon.trigger('with space/and slash')).json();
  assert.notEqual(id, first);
  const run = await until('it ends', async () => {
    const answer = await daemon.get(`/api/v1/runs/${id}`);
    const run = answer.ok && (await answer.json());
    return run && run.status !== 'running' && run;
  });
  assert.equal(run.status, 'passed');
  for (const [name, status] of [['slow', 409], ['unknown', 404]]) {
    const answer = await daemon.trigger(name);
    assert.equal(answer.status, status);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    assert.equal((await answer.json()).status, status);
  }
  assert.equal((await daemon.get('/api/v1/tests/slow/run', { method: 'POST', headers: { Origin: 'http://evil.example' } })).status, 403);
});

// Pausing, resuming and reloading by HTTP.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { configuration, folder, start, until, write } from './daemon.mjs';

const post = (daemon, path) => daemon.get(path, { method: 'POST' });

async function count(daemon, name) {
  return (await daemon.metrics()).get(`test_started_count{test_name="${name}"}`);
}

test('a test that is paused is not run until it is resumed, over reloads too', async (t) => {
  const ticks = { source: '', frequency: '50ms', timeout: '1s' };
  const other = { source: '', frequency: '50ms', timeout: '1s' };
  const path = folder(t, { 'config.js': configuration({ ticks, other }) });
  const daemon = await start(t, path);
  await daemon.outcome('ticks');
  assert.equal((await daemon.metrics()).get('canary_test_up{test_name="ticks"}'), 1);
  const paused = await (await post(daemon, '/api/v1/tests/ticks/pause')).json();
  assert.deepEqual(paused, { name: 'ticks', state: 'paused', paused: true, paused_by: 'request', changed: true });
  await until('what runs has ended', async () => (await daemon.test('ticks')).running.length === 0);
  const before = await count(daemon, 'ticks');

  write(path, { 'config.js': configuration({ other, ticks, another: { source: '' } }) });
  const reload = await post(daemon, '/-/reload');
  assert.equal(reload.status, 200);
  assert.deepEqual(await reload.json(), { tests: 3 });
  const elsewhere = await count(daemon, 'other');
  await until('the other one goes on', async () => (await count(daemon, 'other')) > elsewhere + 5);
  assert.equal(await count(daemon, 'ticks'), before);
  assert.equal((await daemon.test('ticks')).state, 'paused');
  // So that no alert is raised.
  const names = [...(await daemon.metrics()).keys()];
  for (const family of ['canary_test_up', 'canary_test_frequency_seconds']) {
    assert.ok(!names.includes(`${family}{test_name="ticks"}`), family);
    assert.ok(names.includes(`${family}{test_name="other"}`), family);
  }

  const answer = await daemon.json('/query', {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { resumeTest(name: "ticks") { state paused } }' }) });
  assert.deepEqual(answer, { data: { resumeTest: { state: 'up', paused: false } } });
  await until('it runs again', async () => (await count(daemon, 'ticks')) > before);
  assert.equal((await daemon.metrics()).get('canary_test_frequency_seconds{test_name="ticks"}'), 0.05);
});

test('a reload that fails says why, and the next one is answered for itself', async (t) => {
  const path = folder(t, { 'config.js': configuration({ a: { source: '' } }) });
  const daemon = await start(t, path);
  write(path, { 'config.js': 'nonsense(' });
  const failed = await post(daemon, '/-/reload');
  assert.equal(failed.status, 500);
  assert.match((await failed.json()).detail, /config\.js:1:\d+: SyntaxError/);
  write(path, { 'config.js': configuration({ a: { source: '' }, b: { source: '' } }) });
  const several = await Promise.all(Array.from({ length: 20 }, () => post(daemon, '/-/reload')));
  for (const each of several) assert.deepEqual([each.status, await each.json()], [200, { tests: 2 }]);
});

test('a reload that is waited for when the daemon ends is answered', async (t) => {
  const path = folder(t, { 'config.js': configuration({ a: { source: '' } }) });
  const daemon = await start(t, path);
  write(path, { 'config.js': 'while (true) {}' });
  const waiting = [post(daemon, '/-/reload'), post(daemon, '/-/reload')].map((each) => each.then((r) => r.status));
  await until('both are there', async () => (await daemon.metrics()).size > 0);
  daemon.signal('SIGTERM');
  assert.deepEqual(await Promise.all(waiting), [503, 503]);
  assert.equal((await daemon.ended).code, 0);
});

test('a test that the configuration pauses is not resumed by hand', async (t) => {
  const path = folder(t, { 'config.js': configuration({ a: { source: '', paused: true } }) });
  const daemon = await start(t, path);
  assert.equal((await daemon.test('a')).paused_by, 'configuration');
  const refused = await post(daemon, '/api/v1/tests/a/resume');
  assert.equal(refused.status, 409);
  assert.match((await refused.json()).detail, /paused by the configuration \(config\.js:2\)/);
});

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

test('what is paused or in maintenance is so after a crash, and until it is ended or taken away', async (t) => {
  const fails = { source: "log.fail('no luck');", frequency: '50ms', timeout: '1s' };
  const ticks = { source: '', frequency: '50ms', timeout: '1s' };
  const path = folder(t, { 'config.js': configuration({ fails, ticks }) });
  let daemon = await start(t, path);
  const up = async (name) => (await daemon.metrics()).get(`canary_test_up{test_name="${name}"}`);
  await until('it is down', async () => (await up('fails')) === 0);
  await daemon.outcome('ticks');
  const begun = await daemon.json('/api/v1/tests/fails/maintenance', {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ duration: '2h', reason: 'an upgrade' }) });
  assert.equal(begun.state, 'maintenance');
  await post(daemon, '/api/v1/tests/ticks/pause');
  daemon.signal('SIGKILL');
  await daemon.ended;

  daemon = await start(t, path);
  const fresh = await daemon.test('fails');
  assert.deepEqual(fresh.maintenance, begun.maintenance);
  assert.equal((await daemon.test('ticks')).paused_by, 'request');
  await until('it runs on', async () => (await count(daemon, 'fails')) > 3);
  assert.equal(await count(daemon, 'ticks'), 0);
  assert.equal((await daemon.test('fails')).state, 'maintenance');
  assert.equal(await up('fails'), undefined);
  assert.equal((await daemon.metrics()).get('canary_test_maintenance{test_name="fails"}'), 1);
  // Nobody was told that it is down, as far as this process goes.
  assert.deepEqual(daemon.messages('test state changed').filter(({ to }) => to === 'down'), []);
  const ended = await (await daemon.get('/api/v1/tests/fails/maintenance', { method: 'DELETE' })).json();
  assert.deepEqual(ended, { name: 'fails', state: 'down', maintenance: null, changed: true });
  assert.equal(await up('fails'), 0);
  assert.equal((await (await post(daemon, '/api/v1/tests/ticks/resume')).json()).state, 'up');
  await until('it runs again', async () => (await count(daemon, 'ticks')) > 0);

  await post(daemon, '/api/v1/tests/ticks/pause');
  await post(daemon, '/api/v1/tests/fails/pause');
  write(path, { 'config.js': configuration({ fails }) });
  await post(daemon, '/-/reload');
  await daemon.stop();
  write(path, { 'config.js': configuration({ ticks }) });
  daemon = await start(t, path);
  assert.equal((await daemon.test('ticks')).paused, false);
  await daemon.stop();
  write(path, { 'config.js': configuration({ ticks, fails }) });
  daemon = await start(t, path);
  assert.equal((await daemon.test('fails')).paused, false);
});

// SIGHUP: what changed in the configuration changes in the daemon, and nothing else does.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { configuration, folder, start, until, write } from './daemon.mjs';

async function reload(daemon, path, source) {
  const before = daemon.messages('configuration reloaded').length;
  write(path, { 'config.js': source });
  daemon.signal('SIGHUP');
  await until('the configuration is reloaded', () => daemon.messages('configuration reloaded').length > before);
}

const running = (daemon, name) => until(`'${name}' runs`, async () => (await daemon.test(name)).running[0]);

test('a reload adds, removes and changes tests, and leaves the others their runs and due times', async (t) => {
  const stays = { source: "std.time.sleep('1500ms');", frequency: '1h', timeout: '10s' };
  const goes = { source: "std.time.sleep('1500ms'); log.info('gone, and done');" };
  const path = folder(t, { 'config.js': configuration({ stays, goes, changes: { source: "log.info('old');" } }) });
  const daemon = await start(t, path);
  const kept = await running(daemon, 'stays');
  const removed = await running(daemon, 'goes');
  const old = await daemon.outcome('changes');
  const before = await daemon.test('stays');

  await reload(daemon, path, configuration({
    added: { source: "log.info('new');" }, changes: { source: "log.info('newer');", frequency: '30m' }, stays }));
  const after = await daemon.test('stays');
  assert.deepEqual(after.running, [kept]);
  assert.ok(Math.abs(Date.parse(after.next_run_at) - Date.parse(before.next_run_at)) <= 1);
  assert.equal((await daemon.get('/api/v1/tests/goes')).status, 404);
  assert.deepEqual((await daemon.json('/api/v1/tests')).tests.map((each) => each.name), ['added', 'changes', 'stays']);
  assert.equal((await daemon.outcome('added')).logs[0].message, 'new');
  const changed = await until('the changed test runs anew', async () => {
    const { last } = await daemon.test('changes');
    return last.id !== old.id && daemon.json(`/api/v1/runs/${last.id}`);
  });
  assert.equal(changed.logs[0].message, 'newer');
  assert.equal((await daemon.test('changes')).frequency, '30m0s');

  // The runs from before end by themselves, that of the removed test too.
  for (const id of [kept, removed]) {
    const run = await until('the run ends', async () => {
      const now = await daemon.json(`/api/v1/runs/${id}`);
      return now.status !== 'running' && now;
    });
    assert.equal(run.status, 'passed');
  }
  assert.equal((await daemon.test('stays')).last.id, kept);
  const names = [...(await daemon.metrics()).keys()];
  assert.deepEqual(names.filter((name) => name.includes('"goes"')), []);
  assert.equal((await daemon.metrics()).get('test_started_count{test_name="stays"}'), 1);
});

test('a reload notices that a module has changed, and leaves those alone whose modules have not', async (t) => {
  const uses = (file) => ({ source: `log.info(require('./lib/${file}').says);`, frequency: '1h', timeout: '10s' });
  const source = configuration({ changes: uses('one'), stays: uses('two') });
  const path = folder(t, { 'config.js': source });
  write(path, { 'lib/one.js': "exports.says = require('./deep').says;", 'lib/deep.json': '{"says": "old"}', 'lib/two.js': "exports.says = 'two';" });
  const daemon = await start(t, path);
  assert.equal((await daemon.outcome('changes')).logs[0].message, 'old');
  const kept = await daemon.outcome('stays');

  write(path, { 'lib/deep.json': '{"says": "new"}' });
  await reload(daemon, path, source);
  const changed = await until('the test runs anew', async () => {
    const { last } = await daemon.test('changes');
    const run = await daemon.json(`/api/v1/runs/${last.id}`);
    return run.logs?.[0]?.message === 'new' && run;
  });
  assert.equal(changed.status, 'passed');
  assert.equal((await daemon.test('stays')).last.id, kept.id);

  write(path, { 'lib/deep.json': '{' });
  daemon.signal('SIGHUP');
  const { config } = await until('the reload fails', async () => {
    const status = await daemon.status();
    return !status.config.last_reload_successful && status;
  });
  assert.match(config.last_reload_error, /lib\/deep\.json:1:2: this is no JSON/);
});

test('due times go on in their rhythm over reloads', async (t) => {
  const steady = { source: "log.info('tick');", frequency: '300ms', timeout: '1s' };
  const path = folder(t, { 'config.js': configuration({ steady }) });
  const daemon = await start(t, path);
  for (let i = 0; i < 6; ++i) {
    const { length } = daemon.messages('run finished');
    await until('it runs', () => daemon.messages('run finished').length > length);
    await reload(daemon, path, configuration({ steady, [`other ${i}`]: { source: '' } }));
  }
  const runs = (await daemon.runs('&test=steady')).reverse();
  const due = runs.map((run) => Date.parse(run.start_at) - run.lateness_ms);
  for (const [i, time] of due.entries()) {
    const off = Math.abs(time - due[0] - i * 300);
    assert.ok(off < 30, `due time ${i} is ${off} ms off the rhythm`);
  }
});

test('a broken configuration leaves the running one, says so, and heals', async (t) => {
  const ticks = { source: "log.info('tick');", frequency: '50ms', timeout: '1s' };
  const path = folder(t, { 'config.js': configuration({ ticks }) });
  const daemon = await start(t, path);
  const loaded_at = (await daemon.status()).config.loaded_at;
  assert.equal((await daemon.metrics()).get('canary_config_last_reload_successful'), 1);

  write(path, { 'config.js': 'settings({});\nvar b = ;\n' });
  daemon.signal('SIGHUP');
  const { config } = await until('the reload fails', async () => {
    const status = await daemon.status();
    return !status.config.last_reload_successful && status;
  });
  assert.match(config.last_reload_error, /config\.js:2:9: SyntaxError/);
  assert.equal(config.loaded_at, loaded_at);
  assert.equal((await daemon.metrics()).get('canary_config_last_reload_successful'), 0);
  assert.ok(daemon.log.some((line) => line.level === 'error' && line.msg.includes('config.js:2:9')));
  assert.equal((await daemon.get('/readyz')).status, 200);
  const { last } = await daemon.test('ticks');
  await until('the test goes on', async () => (await daemon.test('ticks')).last.id !== last.id);

  await reload(daemon, path, configuration({ ticks }));
  const healed = await daemon.status();
  assert.equal(healed.config.last_reload_successful, true);
  assert.equal(healed.config.last_reload_error, null);
  assert.equal((await daemon.metrics()).get('canary_config_last_reload_successful'), 1);
});

test('tests run on while a configuration is read that never ends', async (t) => {
  const ticks = { source: "log.info('tick');", frequency: '100ms', timeout: '1s' };
  const path = folder(t, { 'config.js': configuration({ ticks }) });
  const daemon = await start(t, path);
  await daemon.outcome('ticks');
  write(path, { 'config.js': 'while (true) {}' });
  const before = (await daemon.metrics()).get('test_started_count{test_name="ticks"}');
  const begun = Date.now();
  daemon.signal('SIGHUP');
  await until('the reload is given up', async () => !(await daemon.status()).config.last_reload_successful, 20_000);
  const due = (Date.now() - begun) / 100;
  const started = (await daemon.metrics()).get('test_started_count{test_name="ticks"}') - before;
  assert.ok(due > 90, `given up after ${due / 10} s`);
  assert.ok(started > due * 0.95, `${started} of ${due} runs`);
});

test('many reloads at once end in the newest configuration', async (t) => {
  const path = folder(t, { 'config.js': configuration({ 0: { source: '' } }) });
  const daemon = await start(t, path);
  for (let i = 1; i <= 50; ++i) {
    write(path, { 'config.js': configuration({ [i]: { source: '' } }) });
    daemon.signal('SIGHUP');
  }
  await until('the newest is there', async () => (await daemon.get('/api/v1/tests/50')).status === 200);
  assert.deepEqual((await daemon.json('/api/v1/tests')).tests.map((each) => each.name), ['50']);
});

// SIGTERM drains: no new runs, the running ones get their time, and nothing keeps the daemon beyond it.
import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';
import { test } from 'node:test';

import { configuration, folder, start, until, write } from './daemon.mjs';

const running = (daemon, name) => until(`'${name}' runs`, async () => (await daemon.test(name)).running[0]);

// The runs that the store has kept, read by another daemon that runs nothing.
async function kept(t, path) {
  write(path, { 'config.js': '' });
  const reader = await start(t, path);
  const interrupted = reader.messages('canaryd is ready')[0].interrupted;
  const runs = await reader.runs();
  await reader.stop();
  return { runs, interrupted };
}

for (const signal of ['SIGTERM', 'SIGINT']) {
  test(`after ${signal} a running script ends as it would, and no other begins`, async (t) => {
    const path = folder(t, { 'config.js': configuration({
      sleeper: { source: "std.time.sleep('1s'); log.info('slept');" },
      ticks: { source: "log.info('tick');", frequency: '20ms', timeout: '1s' } }) });
    const daemon = await start(t, path);
    const id = await running(daemon, 'sleeper');
    await daemon.outcome('ticks');
    daemon.signal(signal);
    await until('it is not ready any more', async () => (await daemon.get('/readyz')).status === 503);
    assert.equal((await daemon.get('/healthz')).status, 200);
    assert.equal((await daemon.trigger('ticks')).status, 409);
    const { code, stderr } = await daemon.ended;
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.equal(daemon.messages('run finished').find((line) => line.id === id).status, 'passed');
    assert.equal(daemon.log.at(-1).msg, 'canaryd has ended');
    const told = Date.parse(daemon.messages('told to end, waiting for what runs')[0].time);
    const { runs, interrupted } = await kept(t, path);
    assert.equal(interrupted, 0);
    assert.equal(runs.find((run) => run.id === id).status, 'passed');
    for (const run of runs) assert.ok(Date.parse(run.start_at) <= told + 1, `${run.test} started at ${run.start_at}`);
  });
}

test('runs that outlast --drain.timeout end as interrupted', async (t) => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  t.after(() => silent.close());
  await new Promise((ready) => silent.on('listening', ready));
  const scripts = {
    sleeper: "std.time.sleep('1h');",
    loop: 'while (true) {}',
    stubborn: 'while (true) { try { while (true) {} } catch (e) {} }',
    waiting: `http.do('GET', 'http://127.0.0.1:${silent.address().port}/');`
  };
  const path = folder(t, { 'config.js': configuration(
    Object.fromEntries(Object.entries(scripts).map(([name, source]) => [name, { source, timeout: '1h' }]))) });
  const daemon = await start(t, path, { flags: ['--drain.timeout=500ms'] });
  for (const name of Object.keys(scripts)) await running(daemon, name);
  const begun = Date.now();
  assert.equal((await daemon.stop()).code, 0);
  const took = Date.now() - begun;
  assert.ok(took >= 500 && took < 3000, `it took ${took} ms`);
  const { runs, interrupted } = await kept(t, path);
  assert.equal(interrupted, 0);
  assert.deepEqual(runs.map((run) => run.test).sort(), Object.keys(scripts).sort());
  for (const run of runs) {
    assert.deepEqual([run.status, run.class, run.fail_cause], ['interrupted', 'interrupted', 'the daemon is shutting down']);
  }
});

test('a second SIGTERM does not wait', async (t) => {
  const path = folder(t, { 'config.js': configuration({ sleeper: { source: "std.time.sleep('1h');", timeout: '1h' } }) });
  const daemon = await start(t, path, { flags: ['--drain.timeout=1h'] });
  await running(daemon, 'sleeper');
  daemon.signal('SIGTERM');
  await until('it drains', () => daemon.messages('told to end, waiting for what runs').length);
  daemon.signal('SIGTERM');
  const begun = Date.now();
  assert.equal((await daemon.ended).code, 0);
  assert.ok(Date.now() - begun < 2000);
  assert.equal(daemon.messages('run finished')[0].status, 'interrupted');
});

for (const again of [false, true]) {
  test(`a database that takes no more does not keep the daemon after ${again ? 'a second' : '--drain.timeout and one'} SIGTERM`, async (t) => {
    const talker = { source: 'for (var i = 0; i < 5; ++i) log.info(std.do.rand_string(20000));', frequency: '10ms' };
    const path = folder(t, { 'config.js': configuration({ talker }) });
    const daemon = await start(t, path, {
      flags: [`--drain.timeout=${again ? '1h' : '500ms'}`], before: ['prlimit', '--fsize=1000000'],
    });
    await until('writes wait', async () => (await daemon.status()).store.queue_length > 50);
    daemon.signal('SIGTERM');
    if (again) {
      await until('it drains', async () => (await daemon.get('/readyz')).status === 503);
      daemon.signal('SIGTERM');
    }
    const late = setTimeout(() => daemon.signal('SIGKILL'), 5000);
    assert.deepEqual((({ code, signal }) => ({ code, signal }))(await daemon.ended), { code: 0, signal: null });
    clearTimeout(late);
  });
}

test('clients that keep their connections open do not keep the daemon', async (t) => {
  const path = folder(t, { 'config.js': configuration({ a: { source: "log.info('hello');" } }) });
  const daemon = await start(t, path);
  const { port } = new URL(daemon.url);
  const clients = ['', 'GET /api/v1/ru', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'].map((said) => {
    const client = connect(Number(port), '127.0.0.1', () => client.write(said)).on('error', () => {});
    t.after(() => client.destroy());
    return client;
  });
  await Promise.all(clients.map((client) => new Promise((done) => client.on('connect', done))));
  await daemon.outcome('a');
  const begun = Date.now();
  assert.equal((await daemon.stop()).code, 0);
  assert.ok(Date.now() - begun < 2000);
});

test('the daemon ends before it is ready where it is told so', async (t) => {
  const path = folder(t, { 'config.js': 'while (true) {}' });
  const begun = Date.now();
  await assert.rejects(start(t, path, { before: ['timeout', '--signal=TERM', '1'] }), /canaryd ended/);
  assert.ok(Date.now() - begun < 5000);
});

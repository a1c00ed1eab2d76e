// What a service manager sees of the daemon: its notifications, its watchdog, a socket handed over.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { configuration, folder, launch, parse_log, root, start, until, write } from './daemon.mjs';

const ticks = { source: "log.info('tick');", frequency: '100ms', timeout: '1s' };

// A daemon with somebody at its NOTIFY_SOCKET; `messages` is what has arrived.
async function notified(t, files, { address, env, ...options } = {}) {
  const path = folder(t, files);
  const socket = address ?? join(path, 'notify');
  const manager = launch('python3', [join(root, 'test/e2e/notify_socket.py'), socket], { stdio: ['pipe', 'pipe', 'pipe'] });
  t.after(() => manager.kill());
  await until('the socket is bound', () => manager.said.stdout.includes('bound'));
  const daemon = await start(t, path, { ...options, env: { NOTIFY_SOCKET: socket, ...env } });
  return { path, daemon, messages: () => parse_log(manager.said.stdout).slice(1) };
}

for (const address of [undefined, `@canary-e2e-${process.pid}`]) {
  test(`a service manager at ${address ? 'an abstract' : 'a'} socket is told of start, reload and end`, async (t) => {
    const { daemon, messages, path } = await notified(t, { 'config.js': configuration({ ticks }) }, { address });
    const [ready] = await until('it is told', () => messages().length && messages());
    assert.equal(ready.READY, '1');
    assert.match(ready.STATUS, /1 test/);
    await until('the daemon logs that it is ready, too', () => daemon.messages('canaryd is ready').length);

    const before = messages().length;
    write(path, { 'config.js': configuration({ ticks, more: ticks }) });
    daemon.signal('SIGHUP');
    const [reloading, again] = await until('it is told of the reload', () => messages().length > before + 1 && messages().slice(before));
    assert.equal(reloading.RELOADING, '1');
    const off = Number(reloading.MONOTONIC_USEC) / 1e6 - reloading.at;
    assert.ok(Math.abs(off) < 1, `MONOTONIC_USEC is ${off} s off`);
    assert.equal(again.READY, '1');
    assert.match(again.STATUS, /2 tests/);

    assert.equal((await daemon.stop()).code, 0);
    assert.equal((await until('it is told of the end', () => messages().find((each) => each.STOPPING))).STOPPING, '1');
  });
}

test('a failed reload ends in READY too', async (t) => {
  const { daemon, messages, path } = await notified(t, { 'config.js': configuration({ ticks }) });
  write(path, { 'config.js': 'var a = ;' });
  daemon.signal('SIGHUP');
  const said = await until('READY follows RELOADING', () => messages().length > 2 && messages());
  assert.deepEqual(said.map((each) => Object.keys(each)[1]), ['READY', 'RELOADING', 'READY']);
});

test('the watchdog is fed at half its interval, also beside a script that never ends', async (t) => {
  const tests = { ticks, loop: { source: 'while (true) {}', timeout: '1h' } };
  const { messages } = await notified(t, { 'config.js': configuration(tests) }, { env: { WATCHDOG_USEC: '400000' } });
  const fed = await until('it is fed', () => {
    const all = messages().filter((each) => each.WATCHDOG === '1');
    return all.length > 20 && all;
  });
  const gaps = fed.slice(1).map((each, i) => each.at - fed[i].at);
  assert.ok(Math.max(...gaps) < 0.4, `${Math.max(...gaps)} s went by`);
  const mean = gaps.reduce((a, b) => a + b) / gaps.length;
  assert.ok(mean > 0.19 && mean < 0.25, `fed every ${mean} s`);
});

test('a watchdog that is meant for another process is not fed', async (t) => {
  const { daemon, messages } = await notified(t, { 'config.js': configuration({ ticks }) },
    { env: { WATCHDOG_USEC: '20000', WATCHDOG_PID: '1' } });
  await until('some time has gone by', () => daemon.messages('run finished').length > 3);
  assert.deepEqual(messages().filter((each) => each.WATCHDOG), []);
});

test('a service manager that reads nothing does not hold the daemon', async (t) => {
  const path = folder(t, { 'config.js': configuration({ ticks }) });
  const daemon = await start(t, path, { env: { NOTIFY_SOCKET: join(path, 'nobody'), WATCHDOG_USEC: '2000' } });
  await until('it runs on', () => daemon.messages('run finished').length > 10);
  assert.equal((await daemon.stop()).code, 0);
});

test('a socket handed over by the service manager wins over --listen.port', async (t) => {
  const path = folder(t, { 'config.js': configuration({ ticks }) });
  const daemon = await start(t, path, { before: ['python3', join(root, 'test/e2e/with_listening_socket.py')] });
  assert.equal(new URL(daemon.url).port, daemon.child.said.stderr.trim());
  assert.equal((await daemon.get('/healthz')).status, 200);
  assert.equal((await daemon.stop()).code, 0);
});

// GET /api/v1/events: what a page or a program hears of as it happens.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { test } from 'node:test';

import { configuration, folder, start, until, write } from './daemon.mjs';

/// Reads a stream as EventSource does. `events` grows as they come.
async function listen(t, daemon, { query = '', headers = {} } = {}) {
  const over = new AbortController();
  t.after(() => over.abort());
  const response = await fetch(new URL(`/api/v1/events${query}`, daemon.url), { headers, signal: over.signal });
  assert.equal(response.status, 200, response.ok ? '' : await response.text());
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  const reader = { events: [], last_id: '', ended: false, stop: () => over.abort() };
  (async () => {
    let rest = '';
    for await (const bytes of response.body) {
      const blocks = (rest + Buffer.from(bytes).toString()).split('\n\n');
      rest = blocks.pop();
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/)));
        if (fields.id) reader.last_id = fields.id;
        if (fields.event) reader.events.push({ id: fields.id, event: fields.event, ...JSON.parse(fields.data) });
      }
    }
  })().catch(() => {}).finally(() => (reader.ended = true));
  await until('the stream has begun', () => reader.last_id);
  return reader;
}

const named = (reader, name, of) => reader.events.filter((each) => each.event === name && (!of || each.test === of));

test('a run tells of its start and its end, and a test of its new state', async (t) => {
  const path = folder(t, { 'config.js': configuration({ turns: { source: "log.fail('no luck');", frequency: '1h' } }) });
  const daemon = await start(t, path);
  await daemon.outcome('turns');
  const reader = await listen(t, daemon);
  const { id } = await (await daemon.trigger('turns')).json();
  await until('its end is told', () => named(reader, 'run_finished').length);
  const [started, finished] = reader.events;
  assert.deepEqual([started.event, started.id, started.status], ['run_started', id, 'running']);
  assert.deepEqual([finished.event, finished.id, finished.status, finished.fail_cause],
    ['run_finished', id, 'failed', 'no luck']);
  assert.equal(named(reader, 'test_state').length, 0, 'it was down before');

  write(path, { 'config.js': configuration({ turns: { source: '', frequency: '1h' } }) });
  daemon.signal('SIGHUP');
  await until('it is up', () => named(reader, 'test_state').length);
  assert.deepEqual(named(reader, 'config_reloaded').map((each) => [each.successful, each.error, each.tests]), [[true, null, 1]]);
  const { from, to } = named(reader, 'test_state')[0];
  assert.deepEqual([from, to], ['down', 'up']);
  // What is told is there already.
  assert.equal((await daemon.test('turns')).state, 'up');

  write(path, { 'config.js': 'nonsense(' });
  daemon.signal('SIGHUP');
  const failed = await until('the failure is told', () => named(reader, 'config_reloaded')[1]);
  assert.equal(failed.successful, false);
  assert.match(failed.error, /config\.js:1/);
});

test('whatever was told is in the database after kill -9, and the reader is told that it missed something', async (t) => {
  const ticks = { source: "log.info('tick');", frequency: '10ms', timeout: '1s' };
  const path = folder(t, { 'config.js': configuration({ ticks }) });
  const daemon = await start(t, path);
  const reader = await listen(t, daemon, { query: '?test=ticks' });
  await until('runs are told', () => named(reader, 'run_finished').length > 20);
  daemon.signal('SIGKILL');
  await until('the stream ends', () => reader.ended);

  const next = await start(t, path);
  const stored = new Map((await next.runs()).map((run) => [run.id, run.status]));
  for (const { id, event, status } of reader.events) {
    if (event === 'run_finished') assert.equal(stored.get(id), status);
    if (event === 'run_started') assert.ok(stored.has(id));
  }
  const again = await listen(t, next, { headers: { 'Last-Event-ID': reader.last_id } });
  await until('it is told', () => again.events.length);
  assert.equal(again.events[0].event, 'missed');
});

test('a reader that connects again misses nothing and hears nothing twice', async (t) => {
  const ticks = { source: '', frequency: '10ms', timeout: '1s' };
  const path = folder(t, { 'config.js': configuration({ ticks }) });
  const daemon = await start(t, path);
  let reader = await listen(t, daemon);
  const heard = [];
  for (let i = 0; i < 10; ++i) {
    await until('something is told', () => reader.events.length > 3);
    reader.stop();
    await until('it has ended', () => reader.ended);
    heard.push(...reader.events);
    reader = await listen(t, daemon, { headers: { 'Last-Event-ID': reader.last_id } });
  }
  const starts = heard.filter((each) => each.event === 'run_started').map((each) => each.id);
  const all = (await daemon.runs()).map((run) => run.id).reverse();
  const first = all.indexOf(starts[0]);
  assert.ok(starts.length > 10 && first >= 0);
  assert.deepEqual(starts, all.slice(first, first + starts.length));
});

/// CPU time that a process has used, in ms.
function cpu_of(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const resident = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);

test('a thousand readers are all told, and one more than allowed is refused', async (t) => {
  const path = folder(t, { 'config.js': configuration({ one: { source: '' }, ticks: { source: '', paused: true } }) });
  const daemon = await start(t, path);
  await daemon.outcome('one');
  const { port } = new URL(daemon.url);
  const before = resident(daemon.child.pid);
  const sockets = [];
  t.after(() => sockets.forEach((socket) => socket.destroy()));
  for (let i = 0; i < 1000; ++i) {
    const socket = connect(port, '127.0.0.1');
    socket.finished = 0;
    socket.on('data', (bytes) => (socket.finished += bytes.toString().split('event: run_finished').length - 1));
    socket.on('error', () => {});
    socket.write('GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n');
    sockets.push(socket);
    if (i % 100 === 99) await until('they read', async () => (await daemon.status()).events.readers === i + 1);
  }
  const memory = (resident(daemon.child.pid) - before) / 1000;
  const rounds = 10;
  const begun = cpu_of(daemon.child.pid);
  for (let i = 1; i <= rounds; ++i) {
    assert.equal((await daemon.trigger('one')).status, 202);
    await until('all are told', () => sockets.every((socket) => socket.finished === i));
  }
  const cost = (cpu_of(daemon.child.pid) - begun) / rounds;
  t.diagnostic(`a thousand readers: ${memory.toFixed(1)} KB of memory each, ${cost.toFixed(1)} ms of CPU for a run's two events to all`);
  const more = await Promise.all(Array.from({ length: 25 }, () => {
    const over = new AbortController();
    t.after(() => over.abort());
    return daemon.get('/api/v1/events', { signal: over.signal });
  }));
  assert.deepEqual(more.map((response) => response.status).sort(), [...Array(24).fill(200), 503]);
  assert.equal((await daemon.status()).events.dropped, 0);
});

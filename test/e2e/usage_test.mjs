// What runs take of the machine: in the API and in the metrics; and what holds the loop: in the log.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { configuration, folder, start, until } from './daemon.mjs';

const spin = (ms) => `var end = Date.now() + ${ms};\nwhile (Date.now() < end) {}\n`;

test('a run tells what it took: in REST, in GraphQL and in the metrics', async (t) => {
  const daemon = await start(t, folder(t, { 'config.js': configuration({
    busy: { source: spin(60) },
    patient: { source: "std.time.sleep('60ms');" },
    hungry: { source: 'var all = []; for (var i = 0; i < 20000; ++i) all.push({ i: i });' },
    idle: { source: 'while (true) std.time.sleep("1s");', timeout: '1h' } }) }));
  const [busy, patient, hungry] = await Promise.all(['busy', 'patient', 'hungry'].map((name) => daemon.outcome(name)));
  for (const { usage, duration_ms } of [busy, patient, hungry]) {
    assert.deepEqual(Object.keys(usage).sort(), ['allocations', 'cpu_ms', 'peak_memory_bytes', 'slices']);
    assert.ok(usage.cpu_ms > 0 && usage.cpu_ms <= duration_ms * 1.01, JSON.stringify({ usage, duration_ms }));
  }
  assert.ok(busy.usage.cpu_ms > patient.usage.cpu_ms * 4, JSON.stringify([busy.usage, patient.usage]));
  assert.ok(busy.usage.slices > patient.usage.slices);
  assert.equal(patient.usage.slices, 2);
  assert.ok(hungry.usage.peak_memory_bytes > patient.usage.peak_memory_bytes + (1 << 20));
  assert.ok(hungry.usage.allocations > patient.usage.allocations + 20_000);

  const [running] = (await daemon.test('idle')).running;
  assert.equal((await daemon.json(`/api/v1/runs/${running}`)).usage, null);

  const asked = `{ busy: test(id: "${busy.id}") { usage { cpu peak_memory slices allocations } } idle: test(id: "${running}") { usage { cpu } } }`;
  const { data } = await daemon.json(`/query?query=${encodeURIComponent(asked)}`);
  const { cpu_ms: cpu, peak_memory_bytes: peak_memory, slices, allocations } = busy.usage;
  assert.deepEqual(data, { busy: { usage: { cpu, peak_memory, slices, allocations } }, idle: { usage: null } });

  const samples = await daemon.metrics();
  assert.ok(Math.abs(samples.get('canary_run_cpu_seconds_total{test_name="busy"}') - cpu / 1000) < 1e-6);
  assert.equal(samples.get('canary_run_cpu_seconds_total{test_name="idle"}'), 0);
  assert.equal(samples.get('canary_script_slices_total'), busy.usage.slices + patient.usage.slices + hungry.usage.slices);
});

test('nobody knows what a run took that a crash cut short; what shutdown cut short is known', async (t) => {
  const path = folder(t, { 'config.js': configuration({ slow: { source: "std.time.sleep('1h');", timeout: '2h' } }) });
  const first = await start(t, path);
  const [crashed] = await until('it runs', async () => {
    const { running } = await first.test('slow'); // whose start is on disk
    return running.length > 0 && running;
  });
  await first.stop('SIGKILL');
  const second = await start(t, path, { flags: ['--drain.timeout=0s'] });
  const { status, usage } = await second.json(`/api/v1/runs/${crashed}`);
  assert.deepEqual([status, usage], ['interrupted', null]);
  const [drained] = await until('it runs', async () => {
    const { running } = await second.test('slow');
    return running.length > 0 && running;
  });
  await second.stop();
  const third = await start(t, path);
  const ended = await third.json(`/api/v1/runs/${drained}`);
  assert.equal(ended.status, 'interrupted');
  assert.equal(ended.usage.slices, 2);
});

test('a script that holds the loop is named in the log with its line, once a minute', async (t) => {
  // A slice so long that a busy script holds the loop with it.
  const flags = ['--run.slice=30ms', '--run.hold-warning=10ms'];
  const daemon = await start(t, folder(t, {
    'config.js': "register_test({ name: 'holds', frequency: '100ms', timeout: '5s' }, file('scripts/holds.js'));\n" +
      "register_test({ name: 'gives way', frequency: '100ms', timeout: '5s' }, \"std.time.sleep('5ms')\");\n",
    'scripts/holds.js': `function wait() {\n  ${spin(80).replace('\n', '\n  ')}}\n\nwait();\n` }), { flags });
  const [line] = await until('it is told', () => {
    const lines = daemon.messages('a script held the loop').filter((each) => each.test === 'holds');
    return lines.length > 0 && lines;
  });
  assert.equal(line.level, 'warn');
  assert.equal(line.at, 'scripts/holds.js:3');
  assert.match(line.stack, /^at wait \(scripts\/holds\.js:3\)\nat \w+ \(scripts\/holds\.js:6\)$/);
  assert.ok(line.held_ms >= 10);
  assert.ok(line.cpu_ms <= line.held_ms);
  const { id: so_far } = await until('a run has ended', async () => (await daemon.test('holds')).last);
  await until('it has run again', async () => (await daemon.test('holds')).last.id !== so_far);
  assert.equal(daemon.messages('a script held the loop').filter((each) => each.test === 'holds').length, 1);
  const samples = await daemon.metrics();
  const count = samples.get('canary_loop_lag_seconds_count');
  assert.ok(count > samples.get('canary_loop_lag_seconds_bucket{le="0.025"}'), 'the probe has seen it');
});

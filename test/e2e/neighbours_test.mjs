// What scripts do to each other and to the daemon: nothing.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { configuration, folder, root, start, until, write } from './daemon.mjs';

const hostile = join(root, 'test/scripts/hostile');

// The directives at the head of a script (test/scripts/README.md).
function head(source) {
  const found = {};
  for (const [, name, value] of source.matchAll(/^\/\/ (expect|class|timeout|memory): (.*)$/gm)) found[name] ??= value;
  return found;
}

const resident = (daemon) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${daemon.child.pid}/status`, 'utf8'))[1]) / 1024;

async function latency(daemon) {
  const begun = performance.now();
  assert.equal((await daemon.get('/healthz')).status, 200);
  return performance.now() - begun;
}

test('others run on time, and /healthz answers within 100 ms, beside a script that never ends', async (t) => {
  const others = Array.from({ length: 20 }, (_, i) => [`tick ${i}`, { source: "log.info('tick');", frequency: '100ms' }]);
  const path = folder(t, { 'config.js': configuration({
    loop: { source: 'while (true) {}', timeout: '1h' }, ...Object.fromEntries(others) }) });
  const daemon = await start(t, path);
  const started = async () => [...(await daemon.metrics())].filter(([name]) => name.startsWith('test_started_count{test_name="tick'));
  await until('all have run', async () => (await started()).every(([, count]) => count > 2));
  const before = new Map(await started());
  const begun = Date.now();
  const latencies = [];
  await until('five seconds of it', async () => {
    latencies.push(await latency(daemon));
    return Date.now() - begun > 5000;
  });
  const due = (Date.now() - begun) / 100;
  for (const [name, count] of await started()) {
    const grown = count - before.get(name);
    assert.ok(grown >= due * 0.95 - 1 && grown <= due * 1.05 + 3, `${name}: ${grown} runs, ${due} due`);
  }
  assert.equal((await daemon.status()).runs.running >= 1, true);
  assert.equal((await daemon.test('loop')).running.length, 1);
  latencies.sort((a, b) => a - b);
  const [p50, p99, most] = [0.5, 0.99, 1].map((q) => latencies[Math.ceil(latencies.length * q) - 1]);
  t.diagnostic(`/healthz: ${latencies.length} times, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, max ${most.toFixed(1)} ms`);
  assert.ok(p99 < 100, `p99 of /healthz is ${p99} ms`);
});

test('thirty hostile scripts leave the daemon as it was', { timeout: 120_000 }, async (t) => {
  const all = readdirSync(hostile).filter((name) => !/^\/\/ runs:/m.test(readFileSync(join(hostile, name), 'utf8')));
  const chosen = all.filter((_, i) => i % Math.floor(all.length / 30) === 0).slice(0, 30);
  const ticks = { source: "log.info('tick');", frequency: '100ms', timeout: '10s' };
  const tests = (more) => configuration({ ticks, ...Object.fromEntries(chosen.map((name) => {
    const source = readFileSync(join(hostile, name), 'utf8');
    const { timeout = '5s', memory = '64MiB' } = head(source);
    return [name, { source, timeout, memory_limit: memory, frequency: '3s', ...more }];
  })) });
  const path = folder(t, { 'config.js': configuration({ ticks }) });
  const daemon = await start(t, path, { flags: ['--run.max-concurrent=8'] });
  await until('it runs', async () => (await daemon.test('ticks')).recent.length > 10);
  const before = resident(daemon);

  write(path, { 'config.js': tests({}) });
  daemon.signal('SIGHUP');
  let peak = before, slowest = 0;
  await until('each has ended twice', async () => {
    slowest = Math.max(slowest, await latency(daemon));
    peak = Math.max(peak, resident(daemon));
    const { tests } = await daemon.json('/api/v1/tests?limit=1000');
    return tests.length > 30 && tests.every((each) => each.recent.length >= 2);
  }, 90_000);
  write(path, { 'config.js': tests({ paused: true }) });
  daemon.signal('SIGHUP');
  await until('only ticks are left', async () => {
    const { tests } = await daemon.json('/api/v1/tests?limit=1000');
    return tests.every((each) => each.name === 'ticks' || (each.paused && each.running.length + each.queued === 0));
  });
  const bound = before + 64;
  await until(`memory is back to less than ${bound} MiB`, () => resident(daemon) < bound);
  t.diagnostic(`resident: ${before.toFixed(0)} MiB before, ${peak.toFixed(0)} MiB at most, ${resident(daemon).toFixed(0)} MiB after; ` +
    `slowest /healthz ${slowest.toFixed(0)} ms`);

  // An outcome is shown once it is on disk, a moment after its run has left the schedule.
  await until('every outcome is stored', async () =>
    (await daemon.runs()).every((run) => run.test === 'ticks' || run.status !== 'running'));
  const runs = (await daemon.runs()).filter((run) => run.test !== 'ticks');
  assert.equal(new Set(runs.map((run) => run.id)).size, runs.length);
  for (const run of runs) {
    const { expect, class: classes = '' } = head(readFileSync(join(hostile, run.test), 'utf8'));
    if (run.status === 'passed') assert.match(expect, /pass/, run.test);
    else assert.match(expect, /fail/, `${run.test}: ${run.status} ${run.fail_cause}`);
    if (run.status !== 'passed' && classes) assert.ok(classes.split('|').includes(run.class), `${run.test}: ${run.class} ${run.fail_cause}`);
  }
  const samples = await daemon.metrics();
  const sum = (family) => [...samples].reduce((n, [name, value]) => n + (name.startsWith(`${family}{`) && !name.includes('"ticks"') ? value : 0), 0);
  assert.equal(sum('test_started_count'), runs.length);
  assert.equal(sum('test_finished_count'), runs.length);
  assert.equal(sum('test_running_total'), 0);
  assert.equal((await daemon.stop()).code, 0);
  assert.equal(daemon.messages('run finished').filter((line) => line.test !== 'ticks').length, runs.length);
});

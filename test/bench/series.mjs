// What the whole daemon does under schedule load: the built program on core 0, nginx on the last one.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { Daemon, canaryd, folder, free_port, launch, run, until } from '../e2e/daemon.mjs';

export const server_core = String(cpus().length - 1);
export const pause = (seconds) => new Promise((over) => setTimeout(over, seconds * 1000));

/// Calls `work` with what daemon.mjs takes for a test: what it started and made is gone afterwards.
export async function scope(work) {
  const undo = [];
  try {
    return await work({ after: (each) => undo.push(each) });
  } finally {
    for (const each of undo.reverse()) await each();
  }
}

export async function nginx(t) {
  const port = await free_port();
  const path = folder(t, { 'nginx.conf': `daemon off; master_process off; pid nginx.pid; error_log stderr crit;
    events { worker_connections 16384; }
    http { access_log off; client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
      server { listen 127.0.0.1:${port} backlog=4096; location / { return 200 "ok\\n"; } } }` });
  const server = launch('taskset', ['-c', server_core, 'nginx', '-p', `${path}/`, '-c', join(path, 'nginx.conf'), '-e', 'stderr']);
  t.after(() => {
    server.kill('SIGTERM');
    return server.ended;
  });
  const url = `http://127.0.0.1:${port}/`;
  await until('nginx answers', () => fetch(url).then((answer) => answer.ok, () => false));
  return url;
}

/// canaryd on core 0 with the configuration in `path`, ready.
export async function start(t, path, flags) {
  const port = await free_port();
  // A log line for each start and end is not what is measured.
  const child = launch('taskset', ['-c', '0', canaryd, `--listen.port=${port}`, '--log.level=warn', ...flags], { cwd: path });
  const daemon = new Daemon(child);
  daemon.url = `http://127.0.0.1:${port}/`;
  let over = null;
  child.ended.then((how) => (over = how));
  t.after(async () => {
    child.kill('SIGKILL');
    await child.ended;
  });
  await until('canaryd is ready', () => over || fetch(`${daemon.url}readyz`).then((answer) => answer.ok, () => false), 120_000);
  if (over) throw new Error(`canaryd ended: ${over.stdout}${over.stderr}`);
  return daemon;
}

/// The processor time of a process so far, in seconds.
export function cpu_seconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/// One number of /proc/PID/smaps_rollup, in bytes.
function memory(pid, name) {
  return Number(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(new RegExp(`^${name}: +(\\d+)`, 'm'))[1]) * 1024;
}

export const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];

/// The upper bound of the histogram's bucket in which the quantile lies, in ms; infinite past the last one.
export function bucket(before, after, name, q) {
  const counts = [...after].filter(([key]) => key.startsWith(`${name}_bucket`))
    .map(([key, count]) => [Number(key.match(/le="([^"]+)"/)[1].replace('+Inf', 'Infinity')), count - (before.get(key) ?? 0)])
    .sort(([a], [b]) => a - b);
  const total = counts.at(-1)[1];
  return 1000 * counts.find(([, count]) => count >= total * q)[0];
}

// Whether this daemon can start tests of one frequency apart from each other.
export async function knows_jitter(t) {
  const path = folder(t, { 'config.js': "register_test({ name: 'a', frequency: '1s', timeout: '1s', jitter: '1s' }, '');" });
  return (await run(canaryd, ['--check'], { cwd: path })).code === 0;
}

const settle_s = 3;

/// `tests` canaries with one GET each at `frequency` seconds, `spinners` endless scripts beside them, for `seconds`:
/// lateness of the former and how long the loop was held, in ms.
export function load({ tests, frequency, spinners, seconds, flags = [] }) {
  return scope(async (t) => {
    const url = await nginx(t);
    const apart = await knows_jitter(t);
    const jitter = apart ? `, jitter: '${frequency}s'` : '';
    const path = folder(t, {
      'config.js': `for (var i = 0; i < ${tests}; ++i)
          register_test({ name: 'test ' + i, frequency: '${frequency}s', timeout: '${frequency}s'${jitter} }, file('get.js'));
        for (var j = 0; j < ${spinners}; ++j)
          register_test({ name: 'spinner ' + j, frequency: '1s', timeout: '10s' }, 'while (true) {}');`,
      'get.js': `if (http.do('GET', '${url}').code !== 200) log.fail('no');` });
    const daemon = await start(t, path, flags);
    await pause(settle_s + (apart ? 0 : frequency));
    const pid = daemon.child.pid;
    const [began, cpu, before] = [Date.now(), cpu_seconds(pid), await daemon.metrics()];
    await pause(seconds);
    const [ended, cpu_after, after] = [Date.now(), cpu_seconds(pid), await daemon.metrics()];

    const runs = (await daemon.runs(`&since=${new Date(began).toISOString()}&until=${new Date(ended).toISOString()}`))
      .filter((each) => each.test.startsWith('test '));
    const lateness = runs.map((each) => each.lateness_ms).sort((a, b) => a - b);
    const sum = (name, samples) => [...samples].filter(([key]) => key.startsWith(name)).reduce((all, [, value]) => all + value, 0);
    return {
      apart,
      runs: runs.length,
      wanted_runs: Math.round(tests * seconds / frequency),
      failed: runs.filter((each) => each.status === 'failed').length,
      skipped: sum('canary_test_skipped_total{test_name="test ', after) - sum('canary_test_skipped_total{test_name="test ', before),
      lateness_p50_ms: quantile(lateness, 0.5),
      lateness_p99_ms: quantile(lateness, 0.99),
      lateness_max_ms: lateness.at(-1),
      loop_lag_p99_ms: bucket(before, after, 'canary_loop_lag_seconds', 0.99),
      loop_lag_max_ms: bucket(before, after, 'canary_loop_lag_seconds', 1),
      cpu_us_per_run: ((cpu_after - cpu) * 1e6) / runs.length,
      rss_mib: memory(pid, 'Rss') / 2 ** 20
    };
  });
}

/// Bytes of a registered test: how much more memory a daemon with ten times the tests takes, `ran` once each or never.
export async function at_rest({ ran, flags = [] }) {
  const sizes = [1_000, 10_000];
  const taken = [];
  for (const tests of sizes) {
    taken.push(await scope(async (t) => {
      const path = folder(t, { 'config.js': `for (var i = 0; i < ${tests}; ++i)
        register_test({ name: 'test ' + i, frequency: '24h', timeout: '1m', paused: ${!ran} }, 'test.name');` });
      const daemon = await start(t, path, flags);
      if (ran) await until('every test has run', async () => (await daemon.status()).tests.up === tests, 120_000);
      await pause(1);
      return memory(daemon.child.pid, 'Anonymous');
    }));
  }
  return (taken[1] - taken[0]) / (sizes[1] - sizes[0]);
}

// `./dev bench --load`: how the schedule is kept while clients ask for as much as they get. In turns with rests, in
// which nobody asks, wrk asks for each of the long answers; one table at the end.
//   node http_load.mjs [--quick] [--only=REGEXP] [canaryd's FLAG…]   in the folder of the build; cases by what is asked for
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';

import { folder, run } from '../e2e/daemon.mjs';
import { bucket, cpu_seconds, nginx, pause, quantile, scope, server_core, start } from './series.mjs';

const quick = process.argv.includes('--quick');
const only = new RegExp(process.argv.find((word) => word.startsWith('--only='))?.slice(7) || '.');
const flags = process.argv.slice(2).filter((word) => word !== '--quick' && !word.startsWith('--only='));

const tests = 1_000;
// In seconds. Tests of one frequency may all start in one instant, so theirs lie between a half and one and a half of it.
const frequencies = [10, 1];
const starts_per_s = (frequency) => (tests * Math.log(3)) / frequency;
const connections = 32;
const [rounds, seconds] = [quick ? 1 : 3, 2];
const settle_s = 2;

const graphql = `/query?query=${encodeURIComponent('{ tests(first: 1000) { id name status start_at duration } }')}`;
const gzip = { 'Accept-Encoding': 'gzip' };
const idle = { what: 'nobody asks' };
const cases = [
  { what: '/metrics', path: '/metrics' },
  { what: '/metrics, gzip', path: '/metrics', headers: gzip },
  { what: '/api/v1/overview', path: '/api/v1/overview?limit=1000' },
  { what: '/api/v1/overview, gzip', path: '/api/v1/overview?limit=1000', headers: gzip },
  { what: '/api/v1/runs', path: '/api/v1/runs?limit=1000' },
  { what: '/api/v1/tests', path: '/api/v1/tests?limit=1000' },
  { what: 'GraphQL, 1,000 runs', path: graphql },
  { what: '/healthz, a connection each', path: '/healthz', headers: { Connection: 'close' } }
].filter(({ what }) => only.test(what));

/// Requests per second of wrk, on the core that canaryd is not on.
async function ask(url, { path, headers = {} }) {
  const words = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { code, stdout, stderr } = await run('taskset', ['-c', server_core, 'wrk', '-t', '1', '-c', String(connections),
    '-d', String(seconds), '--timeout', '10', ...words, new URL(path, url).href]);
  const rate = stdout.match(/Requests\/sec: +([\d.]+)/);
  if (code !== 0 || !rate || /Non-2xx/.test(stdout)) throw new Error(`wrk says of ${path}: ${stdout}${stderr}`);
  return Number(rate[1]);
}

/// What `daemon` did for some seconds in which `each` was asked for.
async function measure(daemon, each) {
  const pid = daemon.child.pid;
  const [began, cpu, before] = [Date.now(), cpu_seconds(pid), await daemon.metrics()];
  const rate = each.path ? await ask(daemon.url, each) : await pause(seconds);
  const [ended, cpu_after, after] = [Date.now(), cpu_seconds(pid), await daemon.metrics()];
  const runs = await daemon.runs(`&since=${new Date(began).toISOString()}&until=${new Date(ended).toISOString()}`);
  return { rate, runs, seconds: (ended - began) / 1000, cpu: cpu_after - cpu, before, after };
}

/// Sums up what was measured of one case: times in ms, `cpu` in percent of a core.
function figures(frequency, all) {
  const sum = (of) => all.map(of).reduce((total, each) => total + each, 0);
  const lateness = all.flatMap(({ runs }) => runs.map((each) => each.lateness_ms)).sort((a, b) => a - b);
  const lag = (q) => quantile(all.map(({ before, after }) => bucket(before, after, 'canary_loop_lag_seconds', q)).sort((a, b) => a - b), 0.5);
  const took = sum((each) => each.seconds);
  return {
    runs: lateness.length,
    share: (100 * lateness.length) / (starts_per_s(frequency) * took),
    failed: sum(({ runs }) => runs.filter((each) => each.status === 'failed').length),
    lateness_p50_ms: quantile(lateness, 0.5),
    lateness_p99_ms: quantile(lateness, 0.99),
    lateness_max_ms: lateness.at(-1),
    loop_held_p99_ms: lag(0.99),
    loop_held_p999_ms: lag(0.999),
    requests_per_s: all[0].rate === undefined ? undefined : sum(({ rate }) => rate) / all.length,
    cpu: (100 * sum(({ cpu }) => cpu)) / took
  };
}

/// Cases to their figures, with 1,000 tests at `frequency` seconds.
function load(frequency) {
  return scope(async (t) => {
    const url = await nginx(t);
    const path = folder(t, {
      'config.js': `for (var i = 0; i < ${tests}; ++i) register_test({ name: 'test ' + i, timeout: '${frequency}s',
        frequency: ${frequency * 500} + i * ${(frequency * 1000) / tests} + 'ms' }, file('get.js'));`,
      'get.js': `if (http.do('GET', '${url}').code !== 200) log.fail('no');` });
    const daemon = await start(t, path, flags);
    await pause(settle_s + frequency);
    const measured = new Map([idle, ...cases].map((each) => [each, []]));
    for (let round = 0; round < rounds; ++round) {
      for (const [each, all] of measured) {
        process.stderr.write(`== at ${frequency} s, round ${round + 1} of ${rounds}: ${each.what}\n`);
        all.push(await measure(daemon, each));
      }
    }
    return [...measured].map(([{ what }, all]) => ({ frequency, what, ...figures(frequency, all) }));
  });
}

const number = (value) => (value === undefined ? '' : value >= 10 ? Math.round(value).toLocaleString('en') : value.toPrecision(2));

function print(table) {
  const head = ['', 'lateness p50', 'p99', 'max', 'loop held p99', 'p99.9', 'requests/s', 'CPU %', 'runs of those due %', 'failed'];
  const lines = [head, ...table.map((row) => [row.what, ...[row.lateness_p50_ms, row.lateness_p99_ms, row.lateness_max_ms,
    row.loop_held_p99_ms, row.loop_held_p999_ms, row.requests_per_s, row.cpu, row.share].map(number), String(row.failed)])];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) {
    console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ').trimEnd());
  }
}

const began = loadavg()[0];
const measured = [];
for (const frequency of frequencies) measured.push(...await load(frequency));
writeFileSync('http_load.json', JSON.stringify(measured, null, 1));
console.log(`\n${tests} tests, ${connections} connections, ${rounds} times ${seconds} s in turns; canaryd on core 0, wrk and nginx on the last core; ` +
  `load average ${began.toFixed(2)} before, ${loadavg()[0].toFixed(2)} after.\n` +
  'Times in ms; how long the loop was held is the upper bound of a bucket. Aimed at: lateness p99 10, beyond 3; loop held p99.9 10, beyond 5.');
for (const frequency of frequencies) {
  console.log(`\nEach test about every ${frequency} s: ${Math.round(starts_per_s(frequency))} runs/s\n`);
  print(measured.filter((row) => row.frequency === frequency));
}

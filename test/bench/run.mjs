// `./dev bench`: runs canary_bench and the series, one after the other, and prints one table of it all.
//   node run.mjs [--quick] [--only=REGEXP] [canaryd's FLAG…]   in the folder of the build; rows by name, as canary_bench has them
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';

import { plain_environment } from '../e2e/daemon.mjs';
import { rows, series_rows } from './rows.mjs';
import { at_rest, load } from './series.mjs';

const quick = process.argv.includes('--quick');
const only = new RegExp(process.argv.find((word) => word.startsWith('--only='))?.slice(7) || '.');
const flags = process.argv.slice(2).filter((word) => word !== '--quick' && !word.startsWith('--only='));
const say = (text) => process.stderr.write(`${text}\n`);

/// What canary_bench measured: 'row' to its counters, medians where it repeated.
function micro() {
  const report = resolve('canary_bench.json');
  rmSync(report, { force: true });
  const args = [`--benchmark_out=${report}`, '--benchmark_out_format=json', `--benchmark_filter=${only.source}`];
  const ran = spawnSync('./canary_bench', quick ? [...args, '--quick'] : args,
    { env: plain_environment, stdio: ['ignore', 2, 2] }); // stdout is the table's
  if (ran.status !== 0) throw new Error(`canary_bench ended with ${ran.status ?? ran.signal}`);
  const measured = new Map();
  const text = readFileSync(report, 'utf8');
  if (text === '') return measured; // nothing of it is wanted
  for (const each of JSON.parse(text).benchmarks) {
    const name = each.run_name.replace(/\/(iterations|repeats|real_time|manual_time|process_time|min_time).*$/, '');
    if (each.error_occurred) measured.set(name, { error: each.error_message });
    if (!each.error_occurred && (each.aggregate_name ?? 'median') === 'median') measured.set(name, each);
  }
  return measured;
}

const seconds = quick ? 10 : 60;
const all_series = [
  { tests: 1_000, frequency: 1, spinners: 0, bounds: {} },
  { tests: 1_000, frequency: 1, spinners: 10, bounds: {} },
  { tests: 10_000, frequency: 10, spinners: 0, bounds: { target: 10, beyond: 3 } },
  { tests: 10_000, frequency: 10, spinners: 10, bounds: { target: 25, beyond: 10 } }
].map((each) => ({ ...each, name:
  `${each.tests} tests at ${each.frequency} s${each.spinners ? `, ${each.spinners} endless scripts` : ''}` }));

const rest_rows = [
  { name: 'registered test at rest, never run', ran: false },
  { name: 'registered test at rest, has run', ran: true }
];

const number = (value) => (value >= 100 || Number.isInteger(value) ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

/// 'beyond', 'yes' or 'no', or nothing where nothing is aimed at.
function reached(row, value) {
  if (row.target === undefined) return '';
  const within = (bound) => (row.more ? value >= bound : value <= bound);
  return row.beyond !== undefined && within(row.beyond) ? 'beyond' : within(row.target) ? 'yes' : 'no';
}

function print(table, measured) {
  const lines = [['', 'median', '', 'target', 'beyond', 'reached']];
  for (const row of table) {
    const of = measured.get(row.of);
    if (of === undefined) continue;
    if (of.error) {
      if (!row.what.startsWith(' ')) lines.push([row.what, of.error, '', '', '', 'no']);
      continue;
    }
    const value = of[row.counter];
    const bound = (limit) => (limit === undefined ? '' : number(limit));
    lines.push([row.what, number(value), row.unit, bound(row.target), bound(row.beyond), reached(row, value)]);
  }
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) {
    console.log(line.map((cell, i) => (i === 0 || i === 2 || i === 5 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ').trimEnd());
  }
}

const began = loadavg()[0];
const measured = micro();
const table = rows.filter((row) => only.test(row.of));
for (const { name, ran } of rest_rows.filter((each) => only.test(each.name))) {
  say(`== ${name}`);
  measured.set(name, { kib: (await at_rest({ ran, flags })) / 1024 });
  table.push({ what: name, of: name, counter: 'kib', unit: 'KiB', target: 4 });
}
for (const { name, bounds, ...what } of all_series.filter((each) => only.test(each.name))) {
  say(`== ${name}, for ${seconds} s`);
  const figures = await load({ ...what, seconds, flags });
  say(JSON.stringify(figures));
  measured.set(name, { ...figures, share: (100 * figures.runs) / figures.wanted_runs, not_run: figures.skipped + figures.failed });
  table.push(...series_rows(`${name}${figures.apart ? '' : ', all in one instant'}`, bounds, what.spinners).map((row) => ({ ...row, of: name })));
}
writeFileSync('bench.json', JSON.stringify(Object.fromEntries(measured), null, 1));
console.log(`\ncanaryd on core 0, servers on the last core; load average ${began.toFixed(2)} before, ${loadavg()[0].toFixed(2)} after\n`);
print(table, measured);

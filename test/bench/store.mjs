// `./dev bench --store`: runs store_bench, prints a table for each size and one of how things grow.
//   node store.mjs [SIZES] [FOLDER]   in the folder of the build; sizes as '100k,1M', which is the default
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const units = { '': 1, k: 1e3, M: 1e6 };
const sizes = (process.argv[2] || '100k,1M').split(',').map((word) => {
  const [, count, unit] = word.match(/^(\d+)([kM]?)$/) ?? [];
  if (!(count > 0)) throw new Error(`'${word}' is no number of runs: one is written as 100k, 1M or 250000`);
  return count * units[unit];
});
const parent = resolve(process.argv[3] || 'bench');

/// What is aimed at, by row: upper bounds, or lower ones where `more` is better.
const page = { target: 1000, beyond: 200 };
const aims = {
  'insert, durable': { target: 20_000, ratio: { target: 1, beyond: 3 }, more: true },
  'stored, with three log lines': { target: 400, beyond: 200 },
  'run that leaves three log lines': { target: 400, beyond: 200 },
  'first page of all': page,
  'first page of a test': page,
  'first page of a test\'s failures': page,
  'first page of all failures': page,
  'uptime of a test over 30 days': { target: 5000, beyond: 1000 },
  'p99 of a test over 7 days': { target: 5000, beyond: 1000 }
};

const number = (value) => (value === undefined ? '' :
  value >= 100 || Number.isInteger(value) ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

function reached({ what, ours, times_better }) {
  const aim = aims[what];
  if (!aim) return '';
  const level = (value, { target, beyond }, more) => {
    const within = (bound) => bound !== undefined && (more ? value >= bound : value <= bound);
    return within(beyond) ? 2 : within(target) ? 1 : 0;
  };
  const levels = [level(ours, aim, aim.more), ...(aim.ratio ? [level(times_better, aim.ratio, true)] : [])];
  // Where two things are aimed at, what is reached of the one that goes further counts only with the other.
  if (levels.includes(0)) return 'no';
  return levels.at(-1) === 2 ? 'beyond' : 'yes';
}

function print(head, lines) {
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  for (const line of all) {
    console.log(line.map((cell, i) => (i === 0 || Number.isNaN(parseFloat(cell)) && i > 1 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ').trimEnd());
  }
}

function print_series({ series, runs, rows }) {
  console.log(`\n${series === 'size' ? `${number(runs)} runs stored` : `${number(runs)} runs each`}\n`);
  print(['', 'canaryd', 'SQLite', 'times', 'talk\'s way', 'unit', 'target', 'beyond', 'reached'], rows.map((row) => [
    row.what, number(row.ours), number(row.sqlite), number(row.times_better), number(row.talk), row.unit,
    number(aims[row.what]?.target), number(aims[row.what]?.beyond), reached(row)]));
}

/// Of the line through the points, both axes logarithmic: 0 is 'does not grow', 1 'grows as the size does'.
function slope(points) {
  const logs = points.filter(([, y]) => y > 0).map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (of) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [x0, y0] = [mean(0), mean(1)];
  return logs.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0) / logs.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
}

/// Rows that have a name of their own; those set in belong to the row above them.
function print_growth(measured) {
  const [first] = measured;
  const lines = first.rows.flatMap(({ what, unit }, place) => {
    if (what.startsWith(' ')) return [];
    const at = measured.map(({ runs, rows }) => [runs, rows[place]]);
    const of = (name) => (at.every(([, row]) => row[name] !== undefined) ?
      slope(at.map(([runs, row]) => [runs, row[name]])).toFixed(2) : '');
    return [[what, ...at.map(([, row]) => number(row.ours)), unit, of('ours'), of('sqlite'), of('talk')]];
  });
  console.log('\nHow canaryd\'s figures grow with the runs stored: 0 not at all, 1 as these do\n');
  print(['', ...measured.map(({ runs }) => number(runs)), 'unit', 'slope', 'SQLite\'s', 'talk\'s way'], lines);
}

mkdirSync(parent, { recursive: true });
const folder = mkdtempSync(join(parent, 'store-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const began = loadavg()[0];
const child = spawn('./store_bench', [folder, ...sizes.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
process.on('exit', () => child.kill('SIGKILL'));
const ended = new Promise((over) => child.on('close', (code, signal) => over(code ?? signal)));
const measured = [];
for await (const line of createInterface(child.stdout)) {
  const some = JSON.parse(line);
  const last = measured.at(-1);
  if (last?.series === some.series && last.runs === some.runs) {
    last.rows.push(...some.rows);
    continue;
  }
  if (last) print_series(last);
  measured.push(some);
}
const how = await ended;
if (measured.length > 0) print_series(measured.at(-1));
if (how !== 0) throw new Error(`store_bench ended with ${how}`);
const by_size = measured.filter(({ series }) => series === 'size');
if (by_size.length > 1) print_growth(by_size);
writeFileSync('store_bench.json', JSON.stringify(measured, null, 1));
console.log(`\nMedians of five, taken in turns; load average ${began.toFixed(2)} before, ${loadavg()[0].toFixed(2)} after. ` +
  'All of it: store_bench.json');

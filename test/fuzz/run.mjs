// Runs the fuzzers of build/fuzz, each for a time, and prints one table. `./dev fuzz` builds them first.
//
// usage: run.mjs [--time=SECONDS] [--only=REGEXP] [--jobs=COUNT] [--keep]
//
// What they come upon is collected in build/fuzz/corpus/TARGET/, and is where the next run begins; an input that is a finding
// goes to build/fuzz/findings/. --keep chooses, instead of fuzzing, what of the collection is worth replaying in `./dev test`,
// and adds it to test/fuzz/corpus/TARGET/.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const programs = join(root, 'build/fuzz/test/fuzz');
const collected = join(root, 'build/fuzz/corpus');
const findings = join(root, 'build/fuzz/findings');
const kept = join(root, 'test/fuzz/corpus');
const longestInput = 4096, longestKept = 600; // bytes
const mostKept = 30; // new ones of a target

function option(name, fallback) {
  const given = process.argv.slice(2).filter((word) => word.startsWith(`--${name}=`)).at(-1);
  return given === undefined ? fallback : given.slice(name.length + 3);
}
const known = /^--(time|jobs)=\d+$|^--only=.*$|^--keep$/;
const wrong = process.argv.slice(2).find((word) => !known.test(word));
if (wrong !== undefined) {
  console.error(`'${wrong}' is none of --time=SECONDS, --only=REGEXP, --jobs=COUNT, --keep`);
  process.exit(2);
}
const seconds = Number(option('time', '60'));
const only = new RegExp(option('only', ''));
const jobs = Math.max(1, Number(option('jobs', availableParallelism?.() ?? 2)));

// Resolves with the exit code and all that the program said.
function run(target, args) {
  return new Promise((resolve) => {
    const child = spawn('nice', ['-n', '10', join(programs, `fuzz_${target}`), ...args], { cwd: root });
    let said = '';
    child.stdout.resume();
    child.stderr.on('data', (piece) => {
      said += piece;
      if (said.length > 4e6) said = said.slice(-2e6);
    });
    child.on('close', (code) => resolve({ code, said }));
  });
}

function number(said, pattern) {
  const found = [...said.matchAll(pattern)].at(-1);
  return found ? Number(found[1]) : 0;
}

async function fuzz(target) {
  const own = join(collected, target);
  mkdirSync(own, { recursive: true });
  const dictionary = join(root, 'test/fuzz/dictionaries', `${target}.dict`);
  const { code, said } = await run(target, [
    `-max_total_time=${seconds}`, `-max_len=${longestInput}`, '-timeout=10', '-rss_limit_mb=2048', '-print_final_stats=1',
    `-artifact_prefix=${findings}/${target}-`, ...(existsSync(dictionary) ? [`-dict=${dictionary}`] : []),
    own, join(kept, target),
  ]);
  const what = said.match(/this does not hold: .*|runtime error: .*|ERROR: .*/);
  const input = said.match(/Test unit written to (.*)/);
  return {
    target, failed: code !== 0,
    inputs: number(said, /stat::number_of_executed_units: (\d+)/g) || number(said, /#(\d+)\t/g),
    rate: number(said, /stat::average_exec_per_sec: +(\d+)/g) || number(said, /exec\/s: (\d+)/g),
    covered: number(said, / cov: (\d+)/g), corpus: readdirSync(own).length,
    finding: code === 0 ? '' : `${what?.[0] ?? `exit code ${code}`}${input ? ` (${input[1]})` : ''}`,
  };
}

function text(row) {
  const columns = [row.target.padEnd(18), ...[row.inputs, row.rate, row.covered, row.corpus].map((n) => String(n).padStart(10))];
  return `${columns.join('')}  ${row.finding}`;
}

// Some of the inputs that reach what the kept ones do not.
async function keep(target) {
  const folder = mkdtempSync(join(root, 'build/fuzz/keep-'));
  const mine = join(kept, target);
  for (const name of readdirSync(mine)) copyFileSync(join(mine, name), join(folder, name));
  await run(target, ['-set_cover_merge=1', `-max_len=${longestKept}`, folder, join(collected, target)]);
  const fresh = readdirSync(folder).filter((name) => !existsSync(join(mine, name)));
  const size = (name) => statSync(join(folder, name)).size;
  fresh.sort((a, b) => size(a) - size(b));
  // Of all lengths: the short ones are refused early.
  const chosen = fresh.length <= mostKept ? fresh : Array.from({ length: mostKept }, (_, i) => fresh[Math.floor(i * fresh.length / mostKept)]);
  for (const name of chosen) copyFileSync(join(folder, name), join(mine, name));
  rmSync(folder, { recursive: true });
  console.log(`${target}: ${chosen.length} of ${fresh.length} new inputs kept`);
}

const targets = readdirSync(programs).filter((name) => name.startsWith('fuzz_')).map((name) => name.slice(5))
  .filter((name) => only.test(name)).sort();
if (targets.length === 0) {
  console.error(`no fuzz target's name matches ${only}`);
  process.exit(2);
}
mkdirSync(findings, { recursive: true });
const rows = [], waiting = [...targets];
await Promise.all(Array.from({ length: jobs }, async () => {
  for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
    if (process.argv.includes('--keep')) {
      await keep(target);
    } else {
      rows.push(await fuzz(target));
      console.log(`${rows.at(-1).target}: ${rows.at(-1).inputs} inputs${rows.at(-1).failed ? `, FINDING: ${rows.at(-1).finding}` : ''}`);
    }
  }
}));
if (rows.length > 0) {
  console.log(`\n${'target'.padEnd(18)}${['inputs', 'a second', 'edges', 'collected'].map((word) => word.padStart(10)).join('')}  finding`);
  for (const row of rows.sort((a, b) => (a.target < b.target ? -1 : 1))) console.log(text(row));
  const failed = rows.filter((row) => row.failed).length;
  console.log(`${rows.length} targets, ${rows.reduce((sum, row) => sum + row.inputs, 0)} inputs, ${failed} findings`);
  process.exitCode = failed > 0 ? 1 : 0;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunFilter } from '../src/api';
import { is_notable, pair_up, request_key } from '../src/compare';
import { changed_part, diff_lines, pair_of } from '../src/diff';
import { cut_at_hits, read_level, search_logs } from '../src/logs';
import { find_after, find_before } from '../src/neighbours';
import { parse_stack } from '../src/stack';
import { end_of_steps, lay_out_steps, step_path } from '../src/steps';
import type { Check, LogLine, RunPage, RunSummary, Step } from '../src/types';
import { line, run } from './samples';

const with_text = (given: Partial<LogLine>): LogLine => ({ ...line('info'), ...given });

const shown = (expected: string, actual: string): string =>
  diff_lines(expected, actual)
    .map(({ kind, text }) => ({ same: ' ', expected: '-', actual: '+' })[kind] + text)
    .join('\n');

test('what was expected and what came differ by the fewest lines', () => {
  const rows: [string, string, string][] = [
    ['a', 'a', ' a'],
    ['201', '503', '-201\n+503'],
    ['a\nb\nc', 'a\nc', ' a\n-b\n c'],
    ['a\nc', 'a\nb\nc\n', ' a\n+b\n c'],
    ['x\na\nb\ny', 'p\na\nb\nq', '-x\n+p\n a\n b\n-y\n+q'],
    ['a\r\nb', 'a\nb', ' a\n b'],
    ['', 'a', '-\n+a'],
  ];
  for (const [expected, actual, diff] of rows) assert.equal(shown(expected, actual), diff);
});

test('very long texts that have nothing in common are told apart at once', () => {
  const many = (text: string): string => new Array(3000).fill(0).map((_, i) => `${text} ${i}`).join('\n');
  const lines = diff_lines(many('a'), many('b'));
  assert.equal(lines.length, 6000);
  assert.equal(lines[0]?.kind, 'expected');
  assert.equal(lines[5999]?.kind, 'actual');
});

test('within a pair of lines the part that differs is found, in whole characters', () => {
  assert.deepEqual(changed_part('"state": "placed"', '"state": "refused"'), ['"state": "', 'plac', 'ed"']);
  assert.deepEqual(changed_part('😀a', '😃a'), ['', '😀', 'a']);
  assert.deepEqual(changed_part('aa', 'aaa'), ['aa', '', '']);
  const lines = diff_lines('1\n2\nx', '3\n4\nx');
  assert.equal(pair_of(lines, 0)?.text, '3');
  assert.equal(pair_of(lines, 3)?.text, '2');
  assert.equal(pair_of(lines, 4), null);
  assert.equal(pair_of(diff_lines('1\n2', '3'), 0), null);
});

test('a stack leads to the lines of its own file', () => {
  const of = (text: string, file = 'a/b.js'): number[] => parse_stack(text, file).map(({ place }) => place?.line ?? 0);
  assert.deepEqual(of('Error: a/b.js is bad\n    at f (a/b.js:12)\n    at [anon] (a/b.js:3:7) preventsyield\n'), [0, 12, 3]);
  assert.deepEqual(of('at f (xa/b.js:12)\nat f (a/b.js:0)\nat f (a/b.js)\nat g (other.js:4)'), [0, 0, 0, 0]);
  assert.deepEqual(of('at f (a/b.js:12)', ''), [0]);
  const place = parse_stack('  at f (a/b.js:3:7) x', 'a/b.js')[0]?.place;
  assert.deepEqual([place?.before, place?.text, place?.after], ['  at f (', 'a/b.js:3:7', ') x']);
});

const start = '2026-05-01T12:00:00.000Z';
const after = (ms: number): string => new Date(Date.parse(start) + ms).toISOString();
const step = (name: string, from: number, duration_ms: number, parent: number | null = null): Step => ({
  name,
  started: after(from),
  duration_ms,
  status: 'passed',
  cleanup: false,
  parent,
  error: null,
});
const check = (name: string, at: number, of: number | null): Check => ({ name, at: after(at), held: true, soft: false, step: of });

test('steps stand below those that they were made in, at their time', () => {
  const steps = [step('a', 0, 50), step('b', 50, 50), step('a.1', 10, 10, 0), step('a.1.1', 10, 5, 2)];
  const placed = lay_out_steps(steps, [check('x', 15, 2), check('y', 20, null)], start, 100);
  assert.deepEqual(
    placed.map(({ step: { name }, depth, start: from, width }) => [name, depth, from, width]),
    [
      ['a', 0, 0, 0.5],
      ['a.1', 1, 0.1, 0.1],
      ['a.1.1', 2, 0.1, 0.05],
      ['b', 0, 0.5, 0.5],
    ],
  );
  assert.deepEqual(
    placed.map(({ checks }) => checks.map(({ start: at }) => at)),
    [[], [0.15], [], []],
  );
  assert.equal(end_of_steps(steps, start), 100);
  assert.equal(end_of_steps([], start), 0);
  assert.equal(step_path(steps, 3), 'a › a.1 › a.1.1');
  assert.equal(step_path(steps, null), '');
  assert.equal(step_path(steps, 9), '');
});

test('parents that make no sense cost no step', () => {
  const steps = [step('a', 0, 1, 0), step('b', 0, 1, 7), step('c', 0, 1, 3), step('d', 0, 1, 2)];
  assert.deepEqual(
    lay_out_steps(steps, [], start, 1).map(({ step: { name }, depth }) => `${name}${depth}`),
    ['a0', 'b0', 'c0', 'd1'],
  );
});

test('the n-th of a kind at the left stands beside the n-th at the right', () => {
  const pairs = (left: string, right: string): string =>
    pair_up(
      [...left].map((key, place) => ({ key, place })),
      [...right].map((key, place) => ({ key, place })),
      ({ key }) => key,
    )
      .map((pair) => `${pair.left ? pair.left.key + pair.left.place : '-'}|${pair.right ? pair.right.key + pair.right.place : '-'}`)
      .join(' ');
  assert.equal(pairs('abc', 'abc'), 'a0|a0 b1|b1 c2|c2');
  assert.equal(pairs('aab', 'ab'), 'a0|a0 a1|- b2|b1');
  assert.equal(pairs('ac', 'xabc'), '-|x0 a0|a1 -|b2 c1|c3');
  assert.equal(pairs('', 'a'), '-|a0');
  assert.equal(request_key({ method: 'GET', url: 'https://a/b?c=1#d' }), 'GET https://a/b');
  assert.ok(is_notable(11, 100) && is_notable(-5, 20) && !is_notable(4, 1) && !is_notable(9, 100) && !is_notable(null, 1));
});

test('a log is searched in messages, names and values, each word somewhere', () => {
  const lines = [
    with_text({ message: 'Order refused', fields: { code: 503 } }),
    with_text({ message: 'order placed', fields: { user: 'Ann' } }),
  ];
  const found = (search: string): number[] => search_logs(lines, search).map((line) => lines.indexOf(line));
  assert.deepEqual(found(''), [0, 1]);
  assert.deepEqual(found('ORDER'), [0, 1]);
  assert.deepEqual(found('order code=503'), [0]);
  assert.deepEqual(found('ann'), [1]);
  assert.deepEqual(found('order nothing'), []);
  assert.deepEqual(cut_at_hits('a.b A.B ab', 'a.b'), ['', 'a.b', ' ', 'A.B', ' ab']);
  assert.deepEqual(cut_at_hits('abc', ' '), ['abc']);
  assert.equal(read_level('warn'), 'warn');
  assert.equal(read_level('loud'), 'debug');
});

/** A daemon's listing of runs that began each minute, which looks at three runs a question. */
function listing(runs: RunSummary[]) {
  let asked = 0;
  const list = async (filter: RunFilter): Promise<RunPage> => {
    asked += 1;
    const within = runs
      .filter(({ id }) => !filter.cursor || id < filter.cursor)
      .filter(({ start_at }) => !filter.since || start_at >= filter.since)
      .filter(({ start_at }) => !filter.until || start_at < filter.until)
      .reverse();
    const seen = within.slice(0, 3);
    const found = seen.filter(({ status }) => !filter.status || status === filter.status).slice(0, filter.limit);
    const end = found.length === filter.limit ? found[found.length - 1] : seen[seen.length - 1];
    return { runs: found, next: end && end !== within[within.length - 1] ? end.id : null };
  };
  return { list, asked: () => asked };
}

test('the runs before and after are found, however the daemon pages and however far they are', async () => {
  const minute = 60_000;
  const runs = [...Array(40).keys()].map((n) =>
    run({ id: `id-${String(n).padStart(3, '0')}`, start_at: after(n * minute), status: n === 3 || n === 39 ? 'failed' : 'passed' }),
  );
  const now = Date.parse(after(40 * minute));
  const { list, asked } = listing(runs);
  const at = (n: number): RunSummary => runs[n] ?? run();
  const name = (found: RunSummary | null): string | null => found && found.id;
  assert.equal(name(await find_before(list, 'id-010', {})), 'id-009');
  assert.equal(name(await find_before(list, 'id-030', { status: 'failed' })), 'id-003');
  assert.equal(name(await find_before(list, 'id-003', { status: 'failed' })), null);
  assert.equal(name(await find_after(list, at(10), {}, minute, now)), 'id-011');
  assert.equal(name(await find_after(list, at(10), { status: 'failed' }, minute, now)), 'id-039');
  assert.equal(name(await find_after(list, at(39), {}, minute, now)), null);
  // Of a test said to run each ms, stretches have to grow over hours.
  assert.equal(name(await find_after(list, at(10), { status: 'failed' }, 1, now)), 'id-039');
  assert.ok(asked() < 90, `${asked()} questions`);
});

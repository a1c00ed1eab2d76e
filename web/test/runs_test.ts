import assert from 'node:assert/strict';
import { test } from 'node:test';
import { with_newest, with_older } from '../src/runs';
import { run } from './samples';

const runs = (...ids: string[]) => ids.map((id) => run({ id }));
const ids = (list: { runs: { id: string }[] }) => list.runs.map(({ id }) => id).join('');

test('new runs appear above the older pages that are shown', () => {
  const list = { runs: runs('f', 'e', 'd', 'c', 'b'), next: 'b' };
  const after = with_newest(list, { runs: runs('h', 'g', 'f', 'e'), next: 'e' });
  assert.equal(ids(after), 'hgfedcb');
  assert.equal(after.next, 'b');
});

test('a run that ended replaces what was known of it', () => {
  const list = { runs: [run({ id: 'b', status: 'running' }), ...runs('a')], next: null };
  const after = with_newest(list, { runs: runs('b'), next: 'b' });
  assert.equal(after.runs[0]?.status, 'passed');
  assert.equal(ids(after), 'ba');
});

test('a hole is never hidden', () => {
  const list = { runs: runs('c', 'b', 'a'), next: 'a' };
  const after = with_newest(list, { runs: runs('h', 'g', 'f'), next: 'f' });
  assert.equal(ids(after), 'hgf');
  assert.equal(after.next, 'f');
});

test('runs that the daemon forgot go', () => {
  const after = with_newest({ runs: runs('c', 'b', 'a'), next: null }, { runs: runs('c', 'b'), next: null });
  assert.equal(ids(after), 'cb');
});

test('an older page is added once, whatever it repeats', () => {
  const after = with_older({ runs: runs('d', 'c'), next: 'c' }, { runs: runs('c', 'b', 'a'), next: null });
  assert.equal(ids(after), 'dcba');
  assert.equal(after.next, null);
});

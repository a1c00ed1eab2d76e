// What was expected and what came, line by line.

export interface DiffLine {
  kind: 'same' | 'expected' | 'actual';
  text: string;
}

/** Beyond so many pairs of lines only the common beginning and end are told apart. */
const most_pairs = 250_000;

const lines_of = (text: string): string[] => text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');

function middle(a: string[], b: string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ kind: 'expected', text });
  const added = (text: string): DiffLine => ({ kind: 'actual', text });
  if (a.length * b.length > most_pairs) return [...a.map(removed), ...b.map(added)];
  // The longest common subsequence: longest[i][j] is its length for a from i and b from j.
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const out: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      out.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      out.push(removed(left));
      i += 1;
    } else if (right !== undefined) {
      out.push(added(right));
      j += 1;
    }
  }
  return out;
}

export function diff_lines(expected: string, actual: string): DiffLine[] {
  const a = lines_of(expected);
  const b = lines_of(actual);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const same = (text: string): DiffLine => ({ kind: 'same', text });
  return [
    ...a.slice(0, start).map(same),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

/** Where two lines differ: what they share at the beginning and at the end is cut off, in whole characters. */
export function changed_part(line: string, other: string): [before: string, changed: string, after: string] {
  const a = [...line];
  const b = [...other];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(0, start).join(''), a.slice(start, a.length - end).join(''), a.slice(a.length - end).join('')];
}

/** Pairs a line that was expected with the line that came in its place, where one stands for one. */
export function pair_of(lines: DiffLine[], index: number): DiffLine | null {
  const line = lines[index];
  if (!line || line.kind === 'same') return null;
  let first = index;
  while (lines[first - 1] && lines[first - 1]?.kind !== 'same') first -= 1;
  let last = index;
  while (lines[last + 1] && lines[last + 1]?.kind !== 'same') last += 1;
  const block = lines.slice(first, last + 1);
  const expected = block.filter(({ kind }) => kind === 'expected');
  const actual = block.filter(({ kind }) => kind === 'actual');
  if (expected.length !== actual.length) return null;
  const [own, others] = line.kind === 'expected' ? [expected, actual] : [actual, expected];
  return others[own.indexOf(line)] ?? null;
}

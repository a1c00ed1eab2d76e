import assert from 'node:assert/strict';
import { test } from 'node:test';
import { end_words, lengths, read_length } from '../src/maintenance';

test('a length is read as the API reads it, or is told what is wrong', () => {
  for (const [text, expected] of [
    ['90m', 5_400_000],
    [' 1d12h ', 129_600_000],
    ['1.5h', 5_400_000],
    ['30d', 2_592_000_000],
    ['', /^How long\?/],
    ['2 hours', /“2 hours” is no length of time\. Write for example/],
    ['90', /no length/],
    ['1h-', /no length/],
    ['0s', /1 second at least/],
    ['30d1s', /30 days at most/],
  ] as [string, number | RegExp][]) {
    const got = read_length(text);
    if (typeof expected === 'number') assert.equal(got, expected, text);
    else assert.match(String(got), expected, text);
  }
  for (const [value] of lengths) assert.equal(typeof read_length(value), 'number', value);
});

test('the end is told with its date where that is another day', () => {
  const noon = new Date(2026, 4, 1, 12, 0, 30).getTime();
  assert.equal(end_words(noon, 3_600_000), 'Lasts 1 h, until 13:00.');
  assert.equal(end_words(noon, 86_400_000), 'Lasts 1 d, until 2026-05-02 12:00.');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  format_age,
  format_bytes,
  format_clock,
  format_duration,
  format_share,
  format_span,
  format_time,
  format_url,
  format_value,
  plural,
  short_duration,
  format_uptime,
} from '../src/format';

test('durations are as exact as they are short', () => {
  const rows: [number | null, string][] = [
    [null, '–'],
    [Number.NaN, '–'],
    [0, '0 ms'],
    [0.0003, '0.3 µs'],
    [0.00949, '9.5 µs'],
    [0.00996, '0.010 ms'],
    [0.0421, '0.042 ms'],
    [0.9949, '0.99 ms'],
    [0.996, '1.0 ms'],
    [3.14, '3.1 ms'],
    [9.96, '10 ms'],
    [87.4, '87 ms'],
    [999.4, '999 ms'],
    [999.6, '1.00 s'],
    [1234, '1.23 s'],
    [9996, '10.0 s'],
    [59_940, '59.9 s'],
    [59_999, '1 min'],
    [125_000, '2 min 05 s'],
    [11_520_000, '3 h 12 min'],
    [-5, '−5.0 ms'],
  ];
  for (const [ms, expected] of rows) assert.equal(format_duration(ms), expected, String(ms));
});

test('countdowns and ages are whole', () => {
  assert.equal(format_span(7_400), '7 s');
  assert.equal(format_span(-3_000), '0 s');
  assert.equal(format_span(3_600_000), '1 h');
  assert.equal(format_span(4 * 86_400_000 + 3 * 3_600_000), '4 d 3 h');
  assert.equal(format_age(59_999), '59 s');
  assert.equal(format_age(47 * 3_600_000), '47 h');
  assert.equal(format_age(49 * 3_600_000), '2 d');
  assert.equal(format_age(-1), '0 s');
});

test('sizes are binary', () => {
  assert.equal(format_bytes(0), '0 B');
  assert.equal(format_bytes(1023), '1023 B');
  assert.equal(format_bytes(1536), '1.5 KiB');
  assert.equal(format_bytes(64 * 1024 * 1024), '64 MiB');
  assert.equal(format_bytes(1024 * 1024 - 1), '1 MiB');
});

test('shares are of a whole', () => {
  const rows: [number, string][] = [
    [0, '0 %'],
    [0.00004, 'under 0.1 %'],
    [0.0042, '0.4 %'],
    [0.0996, '10 %'],
    [0.5, '50 %'],
    [1.02, '100 %'],
    [-0.1, '0 %'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '–'],
  ];
  for (const [share, expected] of rows) assert.equal(format_share(share), expected, String(share));
});

test('a time of today needs no date', () => {
  const noon = new Date(2026, 4, 1, 12, 3, 9);
  assert.equal(format_clock(noon), '12:03:09');
  assert.equal(format_time(noon, new Date(2026, 4, 1, 23)), '12:03:09');
  assert.equal(format_time(noon, new Date(2026, 4, 2)), '2026-05-01 12:03:09');
  assert.equal(format_clock(new Date('nonsense')), '–');
});

test('addresses lose their scheme only where they have a host', () => {
  assert.deepEqual(format_url('https://a.example:8443/b?c=d'), { host: 'a.example:8443', rest: '/b?c=d' });
  assert.deepEqual(format_url('javascript:alert(1)'), { host: '', rest: 'javascript:alert(1)' });
  assert.deepEqual(format_url('not a url'), { host: '', rest: 'not a url' });
});

test('text fields stay text, others become JSON', () => {
  assert.equal(format_value('a'), 'a');
  assert.equal(format_value({ a: [1, null] }), '{"a":[1,null]}');
  assert.equal(format_value(null), 'null');
  assert.equal(format_value(undefined), '–');
});

test('numbers agree with their nouns', () => {
  assert.equal(plural(1, 'test'), '1 test');
  assert.equal(plural(1204, 'test'), '1,204 tests');
});

test('a Go duration loses the zeros at its end, and no others', () => {
  const rows = {
    '1h0m0s': '1h',
    '1h30m0s': '1h30m',
    '2m0s': '2m',
    '10s': '10s',
    '1h0m5s': '1h0m5s',
    '250ms': '250ms',
    '0s': '0s',
    '20m0s': '20m',
  };
  for (const [text, expected] of Object.entries(rows)) assert.equal(short_duration(text), expected, text);
});

test('nothing that failed is 100 %', () => {
  for (const [share, words] of [
    [1, '100 %'],
    [0.99999, '99.99 %'],
    [0.9995, '99.95 %'],
    [0.985, '98.5 %'],
    [0.5, '50 %'],
    [0, '0 %'],
    [null, '–'],
  ] as const)
    assert.equal(format_uptime(share), words);
});

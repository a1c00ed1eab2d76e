import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse_route, run_path, test_path } from '../src/routes';

test('any name of a test survives the address', () => {
  for (const name of ['a', 'a b', 'a/b', 'a?b=c#d', '100%', 'ünï ✓', '<script>', 'runs', '"\'', '\\', 'a%2Fb']) {
    assert.deepEqual(parse_route(test_path(name)), { page: 'test', name });
  }
});

test('a run has an address', () => {
  assert.deepEqual(parse_route(run_path('01a2034e-84b6-7000-8000-0001405599a6')), {
    page: 'run',
    id: '01a2034e-84b6-7000-8000-0001405599a6',
  });
});

test('other addresses are missing, not wrong', () => {
  assert.deepEqual(parse_route('/'), { page: 'overview' });
  for (const path of [
    '/tests',
    '/tests/',
    '/tests/a/b',
    '/runs/',
    '/api/v1/status',
    '/tests/%E0%A4%A',
    '/metrics',
    '//tests/a',
  ]) {
    assert.deepEqual(parse_route(path), { page: 'missing' }, path);
  }
});

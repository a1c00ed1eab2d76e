import assert from 'node:assert/strict';
import { test } from 'node:test';
import { next_delay } from '../src/backoff';
import { read_event, test_of_event } from '../src/events';
import { EventParser } from '../src/sse';

test('events are the same however the stream is cut', () => {
  const text = 'id: 1-1\nevent: a\ndata: {"x":1}\n\n: alive\n\nid: 1-2\r\nevent:b\r\ndata: one\r\ndata:two\r\n\r\ndata: bare\n\n';
  const expected = [
    { id: '1-1', name: 'a', data: '{"x":1}' },
    { id: '1-2', name: 'b', data: 'one\ntwo' },
    { id: '1-2', name: 'message', data: 'bare' },
  ];
  for (let size = 1; size <= text.length; size += 1) {
    const parser = new EventParser();
    const out = [];
    for (let at = 0; at < text.length; at += size) out.push(...parser.push(text.slice(at, at + size)));
    assert.deepEqual(out, expected, `pieces of ${size}`);
  }
});

test('an event that is not whole is not given', () => {
  assert.deepEqual(new EventParser().push('event: a\ndata: {}\n'), []);
});

test('what the daemon tells is read, and what it may tell one day is passed over', () => {
  const read = (name: string, data: string) => read_event({ id: '', name, data });
  assert.deepEqual(read('run_finished', '{"id":"1","test":"a"}'), {
    kind: 'run_finished',
    run: { id: '1', test: 'a' },
  });
  assert.equal(read('test_state', '{"test":"a","from":"up","to":"down"}')?.kind, 'test_state');
  assert.deepEqual(read('missed', '{"reason":"x"}'), { kind: 'missed' });
  for (const [name, data] of [
    ['something_new', '{}'],
    ['run_finished', '{"id":'],
    ['run_finished', 'null'],
  ])
    assert.equal(read(name ?? '', data ?? ''), null, `${name} ${data}`);
  assert.equal(test_of_event({ kind: 'missed' }), null);
});

test('the wait doubles up to half a minute, and tabs spread over a quarter of it', () => {
  assert.deepEqual(
    [1, 2, 3, 5, 6, 60].map((failures) => next_delay(failures)),
    [1000, 2000, 4000, 16_000, 30_000, 30_000],
  );
  assert.equal(next_delay(1, 1), 1250);
});

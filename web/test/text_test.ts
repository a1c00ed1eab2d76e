import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse_excerpt } from '../src/excerpt';
import { highlight } from '../src/highlight';
import { at_least } from '../src/logs';
import { line } from './samples';

test('an excerpt is taken apart into numbers, text and the failing line', () => {
  const lines = parse_excerpt('   9 | var a;\n> 10 | throw a | b;\n     |   ^\n  11 | \n', 10);
  assert.deepEqual(
    lines.map(({ number, text, failing, caret }) => [number, text, failing, caret]),
    [
      [9, 'var a;', false, false],
      [10, 'throw a | b;', true, false],
      [null, '  ^', false, true],
      [11, '', false, false],
    ],
  );
});

test('an excerpt of another shape is shown as it is', () => {
  assert.deepEqual(parse_excerpt('</pre> what', 0), [
    { number: null, text: '</pre> what', failing: false, caret: false },
  ]);
});

const kinds = (source: string) =>
  highlight(source).map((tokens) => tokens.map(({ kind, text }) => `${kind[0]}:${text}`).join(' '));

test('source is coloured line by line, and no character is lost', () => {
  assert.deepEqual(kinds('var a = 1; // b'), ['k:var p: a =  n:1 p:;  c:// b']);
  assert.deepEqual(kinds("f('x\\'y', \"z\")"), ["p:f( s:'x\\'y' p:,  s:\"z\" p:)"]);
  assert.deepEqual(kinds('/* a\nb */ c'), ['c:/* a', 'c:b */ p: c']);
  for (const source of ['', '\n', 'a\r\nb', "'unended\nvar x", '`a\n${b}`', '/* unended', 'é✓ 0x1F .5', '\\', '"\\']) {
    const text = highlight(source)
      .map((tokens) => tokens.map((token) => token.text).join(''))
      .join('\n');
    assert.equal(text, source.replace(/\r\n?/g, '\n').replace(/\n$/, ''));
  }
});

test('colouring costs its length, whatever the source', () => {
  const began = performance.now();
  for (const piece of ["'", '/*', '`\\', '"a\\', '/', 'aaaa', '0x', '\n']) highlight(piece.repeat(200_000));
  assert.ok(performance.now() - began < 5_000);
});

test('a level lets the more urgent ones through', () => {
  const logs = [line('debug'), line('error'), line('info'), line('warn')];
  assert.deepEqual(
    at_least(logs, 'warn').map(({ level }) => level),
    ['error', 'warn'],
  );
  assert.equal(at_least(logs, 'debug').length, 4);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { down_icon } from '../src/tab_icon';

test('the icon of the tab counts what is down, in less than three figures', () => {
  for (const [down, shown] of [
    [1, '1'],
    [42, '42'],
    [99, '99'],
    [100, '99+'],
    [1204, '99+'],
  ] as const) {
    const [kind, text] = down_icon(down).split(/,(.*)/s);
    assert.equal(kind, 'data:image/svg+xml');
    assert.match(decodeURIComponent(text ?? ''), new RegExp(`>${shown.replace('+', '\\+')}</text></svg>$`));
  }
});

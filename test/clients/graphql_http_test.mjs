// GraphQL over HTTP as its draft says, judged by the audits of its reference implementation.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { serverAudits } from 'graphql-http';

import { configuration, folder, start } from '../e2e/daemon.mjs';

// What we do otherwise than the draft says one SHOULD, by the audit's id, and why.
const otherwise = {};

test('the audits of GraphQL over HTTP pass', async (t) => {
  const daemon = await start(t, folder(t, { 'config.js': configuration({ a: { source: '' } }) }));
  const audits = serverAudits({ url: new URL('/query', daemon.url).href });
  assert.ok(audits.length > 50, `${audits.length} audits`);
  const found = {};
  for (const audit of audits) {
    const { status, reason } = await audit.fn();
    found[status] = (found[status] ?? 0) + 1;
    if (status === 'ok') {
      assert.ok(!(audit.id in otherwise), `${audit.id} ${audit.name}: passes now`);
      continue;
    }
    t.diagnostic(`${status} ${audit.id} ${audit.name}: ${reason}`);
    assert.notEqual(status, 'error', `${audit.id} ${audit.name}: ${reason}`);
    assert.ok(audit.id in otherwise, `${audit.id} ${audit.name}: ${reason}`);
  }
  t.diagnostic(JSON.stringify(found));
});

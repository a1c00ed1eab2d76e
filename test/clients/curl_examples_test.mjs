// The documents' curl commands, as they stand there, before a daemon that has what they speak of.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { configuration, folder, missing, root, run, start } from '../e2e/daemon.mjs';

/// Lines of code blocks that begin with curl, with those that they go on in.
function examples() {
  const documents = ['README.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
  return documents.flatMap((document) =>
    [...readFileSync(join(root, document), 'utf8').matchAll(/^ {4}(?:\$ )?(curl (?:.*\\\n)*.*)$/gm)]
      .map(([, command]) => ({ document, command })));
}

const needs = missing('curl', 'jq');

test('every curl command of the documents works', { skip: needs }, async (t) => {
  const tests = { 'front page': { source: '' }, 'shop front page': { source: '' }, login: { source: "log.fail('no luck');" } };
  const path = folder(t, { 'config.js': configuration(tests) });
  const daemon = await start(t, path);
  for (const name of Object.keys(tests)) await daemon.outcome(name);
  const { id } = (await daemon.test('login')).last;
  const { host } = new URL(daemon.url);
  const all = examples();
  assert.ok(all.length >= 9, `${all.length} commands`);
  for (const { document, command } of all) {
    const about = `${document}: ${command}`;
    const endless = command.includes('/api/v1/events');
    const line = command.replaceAll('127.0.0.1:8080', host).replaceAll('0195…', id);
    // An answer of 400 and above is a failure; a pipe fails where one of its commands does.
    const script = `set -o pipefail; curl() { command curl --fail --max-time ${endless ? 1 : 10} "$@"; }\n${line}`;
    const { code, stdout, stderr } = await run('bash', ['-c', script], { cwd: path });
    assert.equal(code, endless ? 28 : 0, `${about}\n${stdout}${stderr}`); // 28: the time is up
    if (endless) assert.match(stdout, /^retry: \d+\nid: \d+-\d+\n/, about);
    assert.doesNotMatch(stdout, /"errors"/, about);
  }
});

// The talk's own configuration and scripts, unmodified but for the address that they ask.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { folder, launch, root, start, until } from './daemon.mjs';

const talk = join(root, 'test/scripts/talk');

test("the talk's five canaries run: three pass, and two fail with their causes", async (t) => {
  const echo = launch(process.execPath, [join(root, 'test/e2e/echo.mjs')]);
  t.after(() => echo.kill());
  const target = await until('the server listens', () => /http:\S+/.exec(echo.said.stdout)?.[0]);
  const files = readdirSync(talk).map((name) =>
    [name, readFileSync(join(talk, name), 'utf8').replaceAll('__TARGET__', `${target}/html`)]);
  const daemon = await start(t, folder(t, Object.fromEntries(files)), { flags: ['-cfg', 'config.js', '-work.dir', '.'] });

  const expected = {
    'simple example test': ['passed', '', null, ['hello world']],
    'http demonstration': ['passed', '', null, ['got a response']],
    'always pass': ['passed', '', null, ['always pass']],
    'always fail': ['failed', 'assert', 'always fail', ['always fail']],
    'error thrown': ['failed', 'assert', 'error thrown', []]
  };
  for (const [name, [status, kind, cause, messages]] of Object.entries(expected)) {
    const run = await daemon.outcome(name);
    assert.deepEqual([run.status, run.class, run.fail_cause], [status, kind, cause], name);
    assert.deepEqual(run.logs.map((line) => line.message), messages, name);
    assert.equal((await daemon.test(name)).state, status === 'passed' ? 'up' : 'down');
  }
  assert.deepEqual((await daemon.outcome('http demonstration')).logs[0].fields, { body: '<p>hello</p>' });
  const { error } = await daemon.outcome('error thrown');
  assert.deepEqual([error.file, error.line], ['fail-error.js', 1]);
  assert.equal((await daemon.status()).name, 'Example Canary');

  // The talk's own question, and its own answer.
  const query = '{ tests { id name start_at end_at pass fail_cause } ongoingTests { id } }';
  const { data } = await daemon.json(`/query?query=${encodeURIComponent(query)}`);
  assert.deepEqual(data.ongoingTests, []);
  assert.deepEqual(Object.fromEntries(data.tests.map((run) => [run.name, run.pass])),
    Object.fromEntries(Object.entries(expected).map(([name, [status]]) => [name, status === 'passed'])));
  const samples = await daemon.metrics();
  for (const [name, [status]] of Object.entries(expected)) {
    const result = status === 'passed' ? 'pass' : 'fail';
    assert.equal(samples.get(`test_started_count{test_name="${name}"}`), 1);
    assert.equal(samples.get(`test_running_total{test_name="${name}"}`), 0);
    assert.equal([...samples].find(([key]) => key.startsWith('test_finished_count{') && key.includes(`"${name}"`) &&
      key.includes(`result="${result}"`))?.[1], 1);
  }
});

test('the configuration that comes with canaryd works offline', async (t) => {
  const daemon = await start(t, folder(t), { flags: [`--cfg=${root}/config/config.js`, `--work.dir=${root}`],
    env: { CANARY_TARGET: 'http://127.0.0.1:1' } });
  const { tests } = await daemon.json('/api/v1/tests');
  assert.ok(tests.length >= 10);
  assert.equal((await daemon.outcome('hello world')).status, 'passed');
  assert.equal((await daemon.outcome('always pass')).status, 'passed');
  assert.equal((await daemon.outcome('always fail')).fail_cause.length > 0, true);
  assert.equal((await daemon.outcome('http demonstration')).class, 'connect');
});

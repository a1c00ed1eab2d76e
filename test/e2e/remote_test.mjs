// What canaryctl asks of a running daemon, with a token, on one daemon.
import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';

import { canaryctl, configuration, folder, free_port, launch, make_token, run, start, until, write } from './daemon.mjs';

const scripts = {
  login: { source: "test.step('open', function () { check(1, { 'is one': function (n) { return n === 1; } }); });" },
  'front page': { source: "log.info('looking'); expect(4).to.equal(3);" },
};

test('canaryctl asks a daemon, and says what it is told', async (t) => {
  const reader = await make_token('wall', 'read');
  const writer = await make_token('ci', 'write');
  const path = folder(t, { 'config.js': configuration(scripts), tokens: `${reader.line}\n${writer.line}\n` });
  chmodSync(join(path, 'tokens'), 0o600);
  const daemon = await start(t, path, { flags: ['--web.auth-file=tokens'] });
  const env = (token = writer.token) => ({ CANARYCTL_URL: daemon.url, CANARYCTL_TOKEN: token });
  const ask = (...args) => run(canaryctl, args, { cwd: path, env: env() });
  const good = async (...args) => {
    const { code, stdout, stderr } = await ask(...args);
    assert.equal(code, 0, stderr);
    return stdout;
  };
  const bad = async (words, expected, text) => {
    const { code, stdout, stderr } = await ask(...words);
    assert.equal(code, expected, stdout + stderr);
    assert.match(stderr, text);
    assert.equal(stdout, '');
  };

  await t.test('each run that ends is a line of tail, and each change of a state', async () => {
    const tail = launch(canaryctl, ['tail'], { cwd: path, env: env() });
    t.after(() => tail.kill('SIGKILL'));
    const lines = launch(canaryctl, ['tail', '--json', '--test', 'login'], { cwd: path, env: env() });
    t.after(() => lines.kill('SIGKILL'));
    await until('both read', async () => {
      const { events } = JSON.parse(await good('status', '--json'));
      return events.readers === 2;
    });
    await good('trigger', 'login', '--wait');
    await until('the run is told', () => /PASS .* login\n/.test(tail.said.stdout) && lines.said.stdout.includes('run_finished'));
    await good('pause', 'front page');
    await until('the state is told', () => /==> front page is paused, was (down|unknown)\n/.test(tail.said.stdout));
    await good('resume', 'front page');
    for (const each of [tail, lines]) each.kill('SIGINT');
    assert.equal((await tail.ended).code, 3);
    const events = (await lines.ended).stdout.trim().split('\n').map((line) => JSON.parse(line));
    assert.ok(events.every(({ data }) => data.test === 'login'));
  });

  await t.test('a run is triggered, awaited, listed and shown', async () => {
    const [, id] = (await good('trigger', 'login')).match(/^started login, run (\S+)\n$/);
    await until('it has ended', async () => JSON.parse(await good('runs', '--json', '--test', 'login'))
      .runs.some((each) => each.id === id && each.status === 'passed'));
    const shown = await good('show', id);
    assert.match(shown, /^run \S+, begun \S+ by hand\nPASS login/);
    assert.match(shown, /ok +open/);
    assert.match(shown, /ok +is one {2}in open/);
    assert.deepEqual(JSON.parse(await good('show', id, '--json')).checks.map(({ name }) => name), ['is one']);

    const failed = await ask('trigger', 'front page', '--wait');
    assert.equal(failed.code, 1, failed.stderr);
    assert.match(failed.stdout, /FAIL front page[^]*looking[^]*expected +3\n +actual +4/);
    assert.match(await good('runs', '--status', 'failed', '--limit', '1'), /^\S+ {2}FAIL .* front page {2}assert: [^\n]*\n$/);
  });

  await t.test('a test is held back and goes on, and the configuration is read anew', async () => {
    assert.equal(await good('pause', 'front page'), 'front page is paused\n');
    assert.equal(await good('pause', 'front page'), 'front page was paused already\n');
    assert.match(await good('status'), /tests +2: \d up, 0 down, \d unknown, 1 paused\n/);
    assert.equal(await good('resume', 'front page'), 'front page goes on\n');
    assert.match(await good('maintenance', 'front page', '2h', '--reason', 'an upgrade'),
      /^front page is in maintenance until 20\d\d-[^ ]*Z\n$/);
    assert.match(await good('status'), /tests +2: \d up, 0 down, \d unknown, 0 paused, 1 maintenance\n/);
    await bad(['maintenance', 'front page', '2 hours'], 2, /'duration': /);
    await bad(['maintenance', 'front page', '2030-11-24'], 2, /such as 2030-11-24T08:00:00Z, and not '2030-11-24'/);
    await bad(['maintenance', 'fron page', '2h'], 2, /did you mean 'front page'/);
    assert.equal(await good('maintenance', 'front page', 'end'), "front page's maintenance is over\n");
    assert.equal(await good('maintenance', 'front page', 'end'), 'front page was in no maintenance\n');
    write(path, { 'config.js': configuration({ ...scripts, third: { source: '' } }) });
    assert.equal(await good('reload'), 'reloaded: 3 tests\n');
    write(path, { 'config.js': 'register_test(' });
    await bad(['reload'], 2, /what was there before stays: [^]*config\.js:1/);
    assert.match(await good('status'), /the last reload failed: /);
  });

  await t.test('a run that skips itself is told as that everywhere, and counts for nothing', async () => {
    const known = { ...scripts, third: { source: '' } };
    const skips = { source: "try { test.skip('there is no user'); } finally { log.fail('never'); }" };
    write(path, { 'config.js': configuration({ ...known, skips }), 'skips.js': skips.source, 'pass.js': '' });
    await good('reload');
    assert.match(await good('trigger', 'skips', '--wait'), /\nSKIP skips {2}[\d.]+ .s {2}there is no user\n/);
    assert.match(await good('runs', '--status', 'skipped', '--limit', '1'), /^\S+ {2}SKIP .* skips {2}there is no user\n$/);
    const ask_for = async (at, body) => (await fetch(new URL(at, daemon.url), {
      headers: { Authorization: `Bearer ${writer.token}`, 'Content-Type': 'application/json' }, ...(body && { method: 'POST', body }),
    })).text();
    const view = JSON.parse(await ask_for('/api/v1/tests/skips'));
    assert.deepEqual([view.state, view.last.status, view.last.skip_reason, view.last.fail_cause, view.last.class],
      ['unknown', 'skipped', 'there is no user', null, '']);
    const { runs, skipped, uptime } = JSON.parse(await ask_for('/api/v1/tests/skips/uptime'));
    assert.ok(skipped >= 1); // its schedule may have had one, too
    assert.deepEqual({ runs, uptime }, { runs: skipped, uptime: null });
    const query = '{ tests(status: "skipped", first: 1) { name pass status class fail_cause skip_reason } }';
    assert.deepEqual(JSON.parse(await ask_for('/query', JSON.stringify({ query }))).data.tests,
      [{ name: 'skips', pass: null, status: 'skipped', class: null, fail_cause: null, skip_reason: 'there is no user' }]);
    const metrics = await ask_for('/metrics');
    assert.match(metrics, /^canary_test_skipped_total\{test_name="skips",reason="script"\} [12]$/m);
    assert.match(metrics, /^test_finished_count\{test_name="skips",result="fail"\} 0$/m);
    const alone = await good('run', '--color', 'never', 'pass.js', 'skips.js');
    assert.match(alone, /\nSKIP skips\.js .*there is no user\n[^]*\n1 passed, 0 failed, 1 skipped/);
    write(path, { 'config.js': configuration(known) });
    await good('reload');
  });

  await t.test('another server is not taken for a daemon', async () => {
    const other = createServer((_, answer) => answer.setHeader('Content-Type', 'application/json').end('{"a":[]}'));
    await new Promise((listening) => other.listen(0, '127.0.0.1', listening));
    t.after(() => other.close());
    const url = `http://127.0.0.1:${other.address().port}`;
    for (const words of [['status'], ['runs'], ['show', '01a206d5-92d6-7000-8000-000000000000'], ['tail'], ['trigger', 'login'],
      ['pause', 'login'], ['maintenance', 'login', '1h'], ['reload']]) {
      await bad([...words, '--url', url], 4, /answers? .*is --url the address of a canaryd\?/);
    }
  });

  await t.test('what is wrong is told with what would be right', async () => {
    await bad(['trigger', 'front pgae'], 2, /no test named 'front pgae'; did you mean 'front page'\?/);
    await bad(['runs', '--test', 'x/..?y'], 2, /no test named 'x\/\.\.\?y'; there are login, front page, third/);
    await bad(['show', '019aab00-0000-7000-8000-000000000000'], 2, /there is no run/);
    const as = async (token) => (await run(canaryctl, ['reload'], { env: env(token) }));
    for (const [token, text] of [['', /wants a token: set CANARYCTL_TOKEN/], ['canary_0', /does not know the token in CANARYCTL_TOKEN/],
      [reader.token, /does not allow this: /], ['a b', /CANARYCTL_TOKEN has a space/]]) {
      const { code, stderr } = await as(token);
      assert.equal(code, 2, stderr);
      assert.match(stderr, text);
      assert.ok(!stderr.includes(reader.token));
    }
    const nobody = `http://127.0.0.1:${await free_port()}`;
    await bad(['status', '--url', nobody], 4, /no answer from .*refused.*is canaryd running there\?/);
    await bad(['tail', '--url', nobody], 4, /no answer from/);
    await bad(['status', '--url', daemon.url.replace('http:', 'https:')], 4, /a daemon without TLS is at http:\/\//);
  });
});

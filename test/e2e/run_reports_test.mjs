// What `canaryctl run` tells, and to whom: people at a terminal, programs, CI servers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { canaryctl, folder, launch, missing, root, run, until, write } from './daemon.mjs';

let shop;
before(async () => {
  shop = createServer((request, response) => response.end('welcome')).listen(0, '127.0.0.1');
  await new Promise((ready) => shop.once('listening', ready));
});
after(() => shop.close());

const files = {
  'pass.js': "log.kv('n', 1).info('passing');\n",
  'fail.js': "var cart = {};\nlog.info('before');\nvar n = cart.items.length;\n",
  'get.js': "http.get(std.os.getenv('SHOP') + '/a?b=c');\n",
  'evil.js': "log.error('\\u001b]0;title\\u0007 ]]> <&> \\u0000 \\ufffe \\ud800');\nlog.fail('\\u001b[31m<no>');\n",
  'config.js': `settings({ defaults: { frequency: '1m', timeout: '5s' } });
    register_test({ name: 'one' }, file('pass.js'));
    register_test({ name: 'two' }, file('fail.js'));
    register_test({ name: 'rests', paused: true }, file('pass.js'));
    register_test({ name: 'three' }, file('pass.js'));`
};
const control = (t, args, options = {}) => {
  const cwd = folder(t, files);
  const env = { SHOP: `http://127.0.0.1:${shop.address().port}`, ...options.env };
  return run(canaryctl, args, { cwd, env }).then((done) => ({ ...done, cwd }));
};
const lines = (stdout) => stdout.trimEnd().split('\n').map((line) => JSON.parse(line));

test('--json is a line for each thing that happens, whose last of a run is the whole run', async (t) => {
  const { code, stdout, stderr } = await control(t, ['run', '--json']);
  assert.equal(code, 1, stdout + stderr);
  const all = lines(stdout);
  assert.deepEqual(
    all.map(({ event, test, run }) => [event, test ?? run?.test ?? ''].join(' ').trim()),
    ['started one', 'log', 'finished one', 'started two', 'log', 'finished two', 'skipped rests', 'started three', 'log',
      'finished three', 'summary']
  );
  const failed = all[5].run;
  assert.equal(failed.id, all[3].run);
  assert.equal(failed.class, 'script');
  assert.equal(failed.error.line, 3);
  assert.deepEqual(failed.logs.map(({ message }) => message), ['before']);
  for (const name of ['steps', 'checks', 'requests']) assert.deepEqual(failed[name], []);
  const { event, duration_ms, ...counts } = all.at(-1);
  assert.deepEqual(counts, { passed: 2, failed: 1, interrupted: 0, skipped: 1, checks: 0, checks_held: 0, requests: 0 });
});

test('--repeat runs each test so often, and --fail-fast ends with the first that fails', async (t) => {
  const names = async (...args) =>
    lines((await control(t, ['run', '--json', ...args])).stdout).flatMap(({ event, test }) => (event === 'started' ? [test] : []));
  assert.deepEqual(await names('--repeat', '2', 'pass.js', 'fail.js'), ['pass.js', 'fail.js', 'pass.js', 'fail.js']);
  assert.deepEqual(await names('--repeat', '2', '--fail-fast', 'pass.js', 'fail.js'), ['pass.js', 'fail.js']);
  assert.deepEqual(await names('--fail-fast'), ['one', 'two']);
});

test('--junit writes what its schema accepts', { skip: missing('xmllint') }, async (t) => {
  const { code, cwd, stdout } = await control(t, ['run', '--junit', 'junit.xml', 'pass.js', 'fail.js', 'evil.js']);
  assert.equal(code, 1);
  assert.match(stdout, /PASS pass\.js/);
  const schema = join(root, 'test/command/schemas/junit.xsd');
  execFileSync('xmllint', ['--noout', '--schema', schema, join(cwd, 'junit.xml')], { stdio: 'pipe' });
  const counts = (path) => execFileSync('xmllint', ['--xpath', `count(${path})`, join(cwd, 'junit.xml')]).toString().trim();
  assert.equal(counts('//testsuite'), '3');
  assert.equal(counts('//error'), '1');
  assert.equal(counts("//failure[contains(@message, '<no>')]"), '1');
});

test('--har writes the requests of all runs', async (t) => {
  const { code, cwd, stdout } = await control(t, ['run', '--har', 'all.har', '--repeat', '2', 'get.js']);
  assert.equal(code, 0, stdout);
  const { log } = JSON.parse(readFileSync(join(cwd, 'all.har'), 'utf8'));
  assert.equal(log.version, '1.2');
  assert.equal(log.pages.length, 2);
  assert.deepEqual(log.entries.map(({ response }) => response.status), [200, 200]);
  assert.deepEqual(log.entries[0].request.queryString, [{ name: 'b', value: 'c' }]);
  const { timings, time } = log.entries[0];
  const sum = ['blocked', 'dns', 'connect', 'send', 'wait', 'receive'].reduce((all, name) => all + Math.max(timings[name], 0), 0);
  assert.ok(Math.abs(sum - time) < 0.001);
});

test('a file that cannot be written is told before anything runs', async (t) => {
  for (const flag of ['--junit', '--har']) {
    const { code, stdout, stderr } = await control(t, ['run', flag, 'gone/report', 'pass.js']);
    assert.equal(code, 2);
    assert.match(stderr, /gone\/report cannot be written: No such file or directory/);
    assert.equal(stdout, '');
  }
});

// `script` is a terminal.
const terminal = async (t, command, env = {}) => {
  const { stdout } = await run('script', ['-qec', `stty cols 100; ${canaryctl} ${command}`, '/dev/null'], {
    cwd: folder(t, files),
    env: { TERM: 'xterm', LANG: 'C.UTF-8', SHOP: `http://127.0.0.1:${shop.address().port}`, ...env }
  });
  return stdout.replaceAll('\r\n', '\n');
};

test('a terminal gets a waterfall as wide as it is, and a caret, in characters that it can show', async (t) => {
  const shown = await terminal(t, 'run --color=never get.js fail.js');
  assert.doesNotMatch(shown, /\x1b\[\d*m/);
  const request = shown.split('\n').find((line) => line.includes('GET http://'));
  assert.match(request, /^    200    GET http:\/\/127\.0\.0\.1:\d+\/a\?b=c +\S+ ms +\d+ B │[ ·░▒▓▪█▄▏]+│$/);
  assert.equal(request.length, 100);
  assert.match(shown, /> 3 \| var n = cart\.items\.length;\n +\| {9}\^~+\n/);
  const ascii = await terminal(t, 'run --color=never get.js fail.js', { LANG: 'C' });
  assert.match(ascii, /GET http.* \|[ .dctswr|]+\|\n/);
  assert.doesNotMatch(ascii, /[^\x00-\x7f]/);
});

test('colours are for terminals, NO_COLOR, CLICOLOR_FORCE and --color say otherwise', async (t) => {
  const escapes = /\x1b\[32mPASS\x1b\[0m/;
  assert.match(await terminal(t, 'run pass.js'), escapes);
  assert.doesNotMatch(await terminal(t, 'run pass.js', { NO_COLOR: '1' }), escapes);
  assert.match(await terminal(t, 'run --color always pass.js', { NO_COLOR: '1' }), escapes);
  assert.match((await control(t, ['run', 'pass.js'], { env: { CLICOLOR_FORCE: '1' } })).stdout, escapes);
  assert.doesNotMatch((await control(t, ['run', 'pass.js'])).stdout, /\x1b/);
});

test('--env-file gives scripts variables, behind those of the environment, and says where it is wrong', async (t) => {
  const cwd = folder(t, {
    'show.js': "log.info([std.os.getenv('A'), std.os.getenv('B'), std.os.getenv('SHOP')].join('|'));\n",
    'good.env': "# said\nexport A='one two'\nB=\"x\\ty\" # why\nSHOP=file\n",
    'bad.env': 'A=1\nB 2\n'
  });
  const shown = await run(canaryctl, ['run', '--env-file', 'good.env', 'show.js'], { cwd, env: { SHOP: 'environment' } });
  assert.match(shown.stdout, /info {2}one two\|x\ty\|environment\n/);
  for (const [file, says] of [['bad.env', /^bad\.env:2: NAME=value is wanted; a name is of letters, digits and _\n$/], ['gone.env', /^gone\.env cannot be read: No such/]]) {
    const { code, stderr } = await run(canaryctl, ['run', '--env-file', file, 'show.js'], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, says);
  }
});

test('check tells all problems at once, and as JSON', async (t) => {
  const cwd = folder(t, {
    'config.js': `settings({ defaults: { frequency: '1m', timeout: '5s' } });
register_test({ name: 'a', frequncy: '2m' }, file('bad.js'));
register_test({ name: 'b' }, file('gone.js'));
`,
    'bad.js': 'var a = ;\n'
  });
  const { code, stdout, stderr } = await run(canaryctl, ['check'], { cwd });
  assert.equal(code, 2, stderr);
  assert.equal(stdout, '');
  for (const says of [/^config\.js:2:\d+: .*'frequncy'/m, /^config\.js:3:\d+: there is no file 'gone\.js'/m, /^bad\.js:1:9: SyntaxError/m, /\n3 problems\n$/]) {
    assert.match(stderr, says);
  }
  const told = await run(canaryctl, ['check', '--json'], { cwd });
  assert.equal(told.code, 2);
  const { file, tests, problems } = JSON.parse(told.stdout);
  assert.deepEqual([file, tests, problems.map(({ file, line }) => `${file}:${line}`)], ['config.js', 0, ['config.js:2', 'config.js:3', 'bad.js:1']]);
  // Of scripts, without a configuration.
  write(cwd, { 'good.js': "log.info('not run');\n", 'worse.ts': 'let a = 10n;\nawait a;\n' });
  const scripts = await run(canaryctl, ['check', 'worse.ts', 'good.js', 'bad.js'], { cwd });
  assert.deepEqual([scripts.code, scripts.stdout], [2, '']);
  assert.match(scripts.stderr, /^worse\.ts:1:9: [^]*^worse\.ts:2:1: [^]*^bad\.js:1:9: [^]*\n3 problems\n$/m);
  const both = await run(canaryctl, ['run', 'bad.js', 'good.js', 'worse.ts'], { cwd });
  assert.deepEqual([both.code, both.stdout], [2, '']);
  assert.match(both.stderr, /^bad\.js:1:9: [^]*^worse\.ts:1:9: /m);
  const well = await run(canaryctl, ['check', 'good.js'], { cwd });
  assert.deepEqual([well.code, well.stdout], [0, '1 script, all well\n']);
});

test('--watch runs again when a script is saved, by whatever way editors have, and ends with 3', async (t) => {
  const cwd = folder(t, { 'a.js': "log.info('round 1');\n", 'lib/b.json': '{}', 'config.js': "register_test({ name: 'w', frequency: '1m', timeout: '9s' }, file('a.js'));" });
  const watching = launch(canaryctl, ['run', '--watch', '--junit', 'out.json'], { cwd });
  t.after(() => watching.kill('SIGKILL'));
  const rounds = () => watching.said.stderr.split('waiting for a change').length - 1;
  const after = async (what, change) => {
    const before = rounds();
    change();
    await until(`it runs again after ${what}`, () => rounds() > before);
  };
  await until('it waits', () => rounds() === 1);
  await after('a file was written', () => writeFileSync(join(cwd, 'a.js'), "log.info('round 2');\n"));
  assert.match(watching.said.stdout, /round 1[^]*round 2/);
  await after('a file was put in its place', () => {
    writeFileSync(join(cwd, 'a.js~'), "log.info('round 3');\n");
    renameSync(join(cwd, 'a.js~'), join(cwd, 'a.js'));
  });
  await after('a folder was put in its place', () => {
    mkdirSync(join(cwd, 'new'));
    writeFileSync(join(cwd, 'new/b.json'), '[]');
    renameSync(join(cwd, 'lib'), join(cwd, 'old'));
    renameSync(join(cwd, 'new'), join(cwd, 'lib'));
  });
  await after('a file in that folder was written', () => writeFileSync(join(cwd, 'lib/b.json'), '[1]'));
  await after('a mistake was made', () => writeFileSync(join(cwd, 'a.js'), 'var a = ;'));
  assert.match(watching.said.stderr, /a\.js:1:9: SyntaxError/);
  await after('it was mended', () => writeFileSync(join(cwd, 'a.js'), "log.info('round 4');\n"));
  assert.match(watching.said.stdout, /round 3[^]*round 4/);
  assert.doesNotMatch(watching.said.stdout, /\x1b/, 'a pipe is not cleared');
  watching.kill('SIGINT');
  assert.equal((await watching.ended).code, 3);
});

test('bash completes commands, flags, values and files of both programs', async (t) => {
  const cwd = folder(t, { 'a script.js': '', 'config.js': '', 'sub/x.js': '' });
  const source = 'source <("$0" completion bash); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); "_$1"; printf "%s\\n" "${COMPREPLY[@]}"';
  for (const [line, wanted] of [
    [['canaryctl', ''], ['run', 'check', 'new', 'types', 'import', 'db', 'token', 'status', 'runs', 'show', 'tail', 'trigger', 'pause', 'resume', 'reload', 'maintenance', 'completion', 'help', 'version',
      '--help', '--version']],
    [['canaryctl', 'ru'], ['run', 'runs']],
    [['canaryctl', 'run', '--fail'], ['--fail-fast']],
    [['canaryctl', 'check', '--fail'], ['']],
    [['canaryctl', 'run', 'a'], ['a script.js']],
    [['canaryctl', 'run', '--watch', 'c'], ['config.js']],
    [['canaryctl', 'run', '--work.dir', ''], ['sub']],
    [['canaryctl', 'run', '-cfg', 'con'], ['config.js']],
    [['canaryctl', 'run', '--color', '=', 'a'], ['auto', 'always']],
    [['canaryctl', 'run', '--color', '='], ['auto', 'always', 'never']],
    [['canaryctl', 'db', 'ex'], ['export']],
    [['canaryctl', 'db', 'export', '--stat'], ['--status']],
    [['canaryctl', 'db', 'export', '--status', 'p'], ['passed']],
    [['canaryctl', 'completion', ''], ['bash', 'zsh', 'fish']],
    [['canaryd', '--db.dur'], ['--db.durability']],
    [['canaryd', '--db.durability', ''], ['full', 'relaxed']],
    [['canaryd', '--cfg', 'con'], ['config.js']]
  ]) {
    const { stdout, stderr } = await run('bash', ['--norc', '-c', source, canaryctl, ...line], { cwd });
    assert.equal(stderr, '', line.join(' '));
    assert.deepEqual(stdout.trimEnd().split('\n').sort(), [...wanted].sort(), line.join(' '));
  }
});

for (const shell of ['zsh', 'fish']) {
  test(`${shell} understands what is printed for it`, { skip: missing(shell) }, async (t) => {
    const { stdout } = await control(t, ['completion', shell]);
    const cwd = folder(t, { completion: stdout });
    const { code, stderr } = await run(shell, ['-n', 'completion'], { cwd });
    assert.equal(code, 0, stderr);
  });
}

// canaryctl, as authors use it: exit codes, the choice of tests, what is printed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { test } from 'node:test';

import { canaryctl, folder, launch, run, until } from './daemon.mjs';

const files = {
  'pass.js': "log.kv('n', 1).info('passing');\n",
  'fail.js': "var answer = 42;\n\nlog.fail('no good: ' + answer);\n",
  'throw.js': "function deep() {\n  throw new Error('thrown here');\n}\ndeep();\n",
  'slow.js': "log.info('sleeping');\nstd.time.sleep('1h');\n",
  'broken.js': 'var a = ;\n',
  'escapes.js': "log.info('\\u001b[31mred\\u0007');\n",
  'config.js': `settings({ defaults: { frequency: '1m', timeout: '5s' } });
    register_test({ name: 'login works' }, file('pass.js'));
    register_test({ name: 'login fails' }, file('fail.js'));
    register_test({ name: 'search' }, file('pass.js'));`,
  'passing.js': "register_test({ name: 'a', frequency: '1m', timeout: '1s' }, file('pass.js'));",
  'paused.js': `settings({ defaults: { frequency: '1m', timeout: '5s' } });
    register_test({ name: 'goes on' }, file('pass.js'));
    register_test({ name: 'rests', paused: true }, file('fail.js'));`,
  'near.js': "http.get('http://127.0.0.1:9/');\n",
  'empty.js': '',
  'elsewhere/config.js': "register_test({ name: 'there', frequency: '1m', timeout: '1s' }, file('own.js'));",
  'elsewhere/own.js': "log.info('own');"
};

// `tests` are the names in the order of their outcomes, failed ones with a '!', skipped ones with a '-'.
const outcomes = [
  { args: 'run pass.js', code: 0, tests: ['pass.js'], last: '1 passed, 0 failed' },
  { args: 'run fail.js', code: 1, tests: ['!fail.js'], last: '0 passed, 1 failed' },
  { args: 'run pass.js throw.js', code: 1, tests: ['pass.js', '!throw.js'], last: '1 passed, 1 failed' },
  { args: 'run', code: 1, tests: ['login works', '!login fails', 'search'], last: '2 passed, 1 failed' },
  { args: 'run --cfg config.js', code: 1, tests: ['login works', '!login fails', 'search'] },
  { args: 'run --cfg=passing.js', code: 0, tests: ['a'] },
  { args: 'run --grep ^login', code: 1, tests: ['login works', '!login fails'] },
  { args: 'run --grep works|search', code: 0, tests: ['login works', 'search'] },
  { args: 'run --cfg paused.js', code: 0, tests: ['goes on', '-rests'], last: '1 passed, 0 failed, 1 skipped' },
  { args: 'run --cfg paused.js --grep rests', code: 1, tests: ['!rests'], last: '0 passed, 1 failed' },
  { args: 'run --timeout 200ms slow.js', code: 1, tests: ['!slow.js'] },
  { args: 'run --deny.net 127.0.0.0/8 near.js', code: 1, tests: ['!near.js'], says: 'connect to 127.0.0.1:9 is not allowed' },
  { args: 'run --work.dir elsewhere', code: 0, tests: ['there'] },
  { args: '-cfg config.js -dir .', code: 0, tests: ['login works', '!login fails', 'search'], last: '2 passed, 1 failed' },
  { args: '-cfg config.js -dir . -fail-on-error', code: 1, tests: ['login works', '!login fails', 'search'] },
  { args: '-cfg config.js -run works -fail-on-error', code: 0, tests: ['login works'] },
  { args: '-dir elsewhere -cfg config.js', code: 0, tests: ['there'] },
  { args: 'check', code: 0, tests: [], last: 'config.js: 3 tests, all well' },
  { args: 'help', code: 0, tests: [] },
  { args: '--help', code: 0, tests: [] },
  { args: '', code: 0, tests: [] }
];

for (const { args, code, tests, last, says } of outcomes) {
  test(`'canaryctl ${args}' exits with ${code}`, async (t) => {
    const { code: got, stdout, stderr } = await run(canaryctl, args.split(' ').filter(Boolean), { cwd: folder(t, files) });
    assert.equal(got, code, stdout + stderr);
    assert.equal(stderr, '');
    const sign = { PASS: '', FAIL: '!', STOP: '!', SKIP: '-' };
    const seen = [...stdout.matchAll(/^(PASS|FAIL|STOP|SKIP) (.*?)  (?:\S+ ms|paused)$/gm)].map(([, word, name]) => sign[word] + name);
    assert.deepEqual(seen, tests);
    if (says) assert.ok(stdout.includes(says), stdout);
    const lines = stdout.trimEnd().split('\n').filter((line) => !/^in \d+\.\d+ s(, |$)/.test(line));
    if (last) assert.equal(lines.at(-1), last);
    assert.doesNotMatch(stdout, /\x1b/, 'escapes in a pipe');
  });
}

const refusals = [
  { args: 'run broken.js', says: /broken\.js:1:9: SyntaxError[^]*> 1 \| var a = ;/ },
  { args: 'run gone.js', says: /gone\.js/ },
  { args: 'run --cfg gone.js', says: /there is no file 'gone\.js'/ },
  { args: 'run --cfg empty.js', says: /empty\.js registers no tests/ },
  { args: 'run --grep nothing', says: /no test of config\.js has a name that matches/ },
  { args: 'run --grep (', says: /'\(' is no regular expression/ },
  { args: 'run --grpe x', says: /'--grpe'; did you mean --grep\?/ },
  { args: 'run --timeout 5', says: /--timeout.*'5'/ },
  { args: 'run --timeout 0s', says: /--timeout.*'0s'/ },
  { args: 'run --cfg', says: /'--cfg' wants a value/ },
  { args: 'rnu pass.js', says: /'rnu'; did you mean 'run'\?/ },
  { args: 'check --repeat=2', says: /check takes no '--repeat=2'/ },
  { args: 'check --cfg broken.js', says: /broken\.js:1:9: SyntaxError/ },
  { args: '-cfg gone.js', says: /there is no file 'gone\.js'/ },
  { args: '-nothing', says: /'-nothing'.*--help/ }
];

for (const { args, says } of refusals) {
  test(`'canaryctl ${args}' is refused with 2`, async (t) => {
    const { code, stdout, stderr } = await run(canaryctl, args.split(' '), { cwd: folder(t, files) });
    assert.equal(code, 2, stdout + stderr);
    assert.match(stderr, says);
    assert.equal(stdout, '');
  });
}

// Whether a process has a handler for a signal.
function caught(pid, signal) {
  const mask = BigInt(`0x${/SigCgt:\s+(\w+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]}`);
  return (mask >> BigInt(constants.signals[signal] - 1)) & 1n;
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`${signal} ends the run that goes on, tells what it was, and exits with 3`, async (t) => {
    const control = launch(canaryctl, ['run', 'pass.js', 'slow.js', 'pass.js'], { cwd: folder(t, files) });
    t.after(() => control.kill('SIGKILL'));
    await until('the first has passed', () => control.said.stdout.includes('PASS pass.js'));
    // The next begins in the same turn; a signal before its handler is there would end the program.
    await until('the signal is waited for', () => control.exitCode !== null || caught(control.pid, signal));
    control.kill(signal);
    const { code, stdout } = await control.ended;
    assert.equal(code, 3, stdout);
    assert.match(stdout, /STOP slow\.js/);
    assert.match(stdout, /interrupted/);
    assert.match(stdout, /\n1 passed, 0 failed, 1 interrupted\nin \S+ s\n$/);
  });
}

test('the report tells what a run took', async (t) => {
  const { stdout } = await run(canaryctl, ['run', 'pass.js', 'fail.js'], { cwd: folder(t, files) });
  const took = /^  cpu \d+\.?\d* ms, memory \d+\.\d KiB, \d+ slices?, \d+ allocations$/gm;
  assert.equal(stdout.match(took)?.length, 2, stdout);
});

test('a failure shows its cause, its place and the line itself', async (t) => {
  const { stdout } = await run(canaryctl, ['run', 'throw.js'], { cwd: folder(t, files) });
  assert.match(stdout, /thrown here/);
  assert.match(stdout, /at throw\.js:2/);
  assert.match(stdout, /> 2 \|   throw new Error\('thrown here'\);/);
});

test('what scripts say cannot steer the terminal', async (t) => {
  const { code, stdout } = await run(canaryctl, ['run', 'escapes.js'], { cwd: folder(t, files) });
  assert.equal(code, 0);
  assert.match(stdout, /\?\[31mred\?/);
});

test('a terminal gets colours, unless NO_COLOR says otherwise', async (t) => {
  const path = folder(t, files);
  const terminal = (env) => run('script', ['-qec', `${canaryctl} run pass.js`, '/dev/null'], { cwd: path, env: { TERM: 'xterm', ...env } });
  assert.match((await terminal({})).stdout, /\x1b\[32mPASS\x1b\[0m/);
  assert.doesNotMatch((await terminal({ NO_COLOR: '1' })).stdout, /\x1b/);
});

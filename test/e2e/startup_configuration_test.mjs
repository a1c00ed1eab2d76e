// A configuration, a flag or a variable that is wrong stops the daemon at its start: exit code 2, and a message that
// names the place and says what to do. canaryd --check and canaryctl check say the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { canaryctl, canaryd, folder, parse_log, run } from './daemon.mjs';

// `place` is file:line:column; `shown` a line of the excerpt, `caret` what stands above its caret.
const bad_configurations = [
  { what: 'has a syntax error', source: 'var a = 1;\nvar b = ;\n',
    place: 'config.js:2:9', says: /SyntaxError/, shown: '> 2 | var b = ;', caret: ';' },
  { what: 'names a file that is not there', source: "var a;\nregister_test({ name: 'a', frequency: '1s', timeout: '1s' },\n  file('gone.js'));\n",
    place: 'config.js:3:9', says: /there is no file 'gone\.js' \(looked for \/.*\/gone\.js\)/, shown: "> 3 |   file('gone.js'));", caret: 'gone.js' },
  { what: 'has a bad duration', source: "register_test({ name: 'a', frequency: '10 parsecs', timeout: '1s' }, '');\n",
    place: 'config.js:1:40', says: /frequency: '10 parsecs' is not a duration.*(30s|250ms)/, shown: '> 1 | register_test', caret: '10 parsecs' },
  { what: 'has a frequency of zero', source: "register_test({ name: 'a', frequency: '0s', timeout: '1s' }, '');\n",
    place: 'config.js:1:40', says: /frequency must be at least 10ms, not '0s'/, shown: '> 1 | register_test', caret: '0s' },
  { what: 'has a negative timeout', source: "register_test({ name: 'a', frequency: '1s', timeout: '-1s' }, '');\n",
    place: 'config.js:1:55', says: /timeout.*'-1s'/, shown: '> 1 | register_test', caret: '-1s' },
  { what: 'has no frequency', source: "register_test({ name: 'a', timeout: '1s' }, '');\n",
    place: 'config.js:1:24', says: /the test 'a' needs a frequency, such as frequency: '1m'/, shown: '> 1 | register_test', caret: 'a' },
  { what: 'has two tests of one name',
    source: "var o = { frequency: '1s', timeout: '1s', name: 'twin' };\nregister_test(o, '');\n\nregister_test(o, '');\n",
    place: /config\.js:\d+:\d+/, says: /a test named 'twin' is registered already, at config\.js:2/, shown: 'register_test(o' },
  { what: 'has an unknown key', source: "register_test({ name: 'a', frequencey: '1s', timeout: '1s' }, '');\n",
    place: 'config.js:1:28', says: /no key 'frequencey'; did you mean 'frequency'\?/, shown: '> 1 | register_test', caret: 'frequencey' },
  { what: 'has an unknown setting', source: "settings({ defalts: {} });\n",
    place: 'config.js:1:12', says: /settings has no key 'defalts'; did you mean 'defaults'\?/, shown: '> 1 | settings', caret: 'defalts' },
  { what: 'has an unknown key among the defaults', source: "settings({\n  defaults: { timout: '1s' }\n});\n",
    place: 'config.js:2:15', says: /no key 'timout'; did you mean 'timeout'\?/, shown: '> 2 |   defaults', caret: 'timout' },
  { what: 'has an unknown concurrency', source: "register_test({ name: 'a', frequency: '1s', timeout: '1s', concurrency: 'never' }, '');\n",
    place: 'config.js:1:74', says: /'forbid', 'allow' or 'replace', not 'never'/, shown: '> 1 | register_test', caret: 'never' },
  { what: 'uses http', source: "var a = 1;\nhttp.do('GET', 'http://127.0.0.1:1/');\n",
    place: /config\.js:2:\d+/, says: /http is available while a test runs, not in config\.js/, shown: '> 2 | http.do' },
  { what: 'uses log', source: "log.info('hello');\n",
    place: /config\.js:1:\d+/, says: /log is available while a test runs, not in config\.js/, shown: '> 1 | log.info' },
  { what: 'has a script with a syntax error', files: { 'scripts/login.js': 'var a;\nif (a {\n}\n' },
    source: "register_test({ name: 'a', frequency: '1s', timeout: '1s' }, file('scripts/login.js'));\n",
    place: /scripts\/login\.js:2:\d+/, says: /SyntaxError/, shown: '> 2 | if (a {' },
  { what: 'throws', source: "function f() {\n  throw new Error('not today');\n}\nf();\n",
    place: /config\.js:2:\d+/, says: /not today/, shown: "> 2 |   throw new Error('not today');" },
  { what: 'calls what is not there', source: "registertest({});\n",
    place: /config\.js:1:\d+/, says: /registertest/, shown: '> 1 | registertest({});' },
  { what: 'catches what is wrong and goes on', source: "try {\n  register_test({ nam: 'a' }, '');\n} catch (e) {}\n",
    place: /config\.js:2:\d+/, says: /'nam'|needs a name/, shown: '> 2 |   register_test' },
  { what: 'gives register_test no source', source: "register_test({ name: 'a', frequency: '1s', timeout: '1s' });\n",
    place: 'config.js:1:1', says: /register_test wants an object and a source/, shown: '> 1 | register_test', caret: 'register_test' },
  { what: 'is not there', says: /there is no file 'config\.js' \(looked for \/.*\/config\.js\)/ },
  { what: 'never ends', source: "var a = 1;\nwhile (true) {}\n", patience: 10_000,
    place: /config\.js:[12]:\d+/, says: /10s/, shown: '2 | while (true) {}' }
];

// What the three programs say of the configuration in `path`, with their exit codes.
async function answers(path) {
  const options = { cwd: path, bound: 40_000 };
  const all = await Promise.all([
    run(canaryd, ['--check'], options), run(canaryd, ['--listen.port=0'], options), run(canaryctl, ['check'], options)]);
  const [checked, started, control] = all;
  return [
    { program: 'canaryd --check', code: checked.code, said: checked.stderr, besides: checked.stdout },
    { program: 'canaryd', code: started.code, said: parse_log(started.stdout).at(-1)?.msg ?? '', besides: started.stderr },
    { program: 'canaryctl check', code: control.code, said: control.stderr, besides: control.stdout }
  ];
}

// The text above the caret of an excerpt, from there to the end of its line.
function above_caret(said) {
  const lines = said.split('\n');
  const at = lines.findIndex((line) => /^ +\| +\^$/.test(line));
  return at > 0 ? lines[at - 1].slice(lines[at].indexOf('^')) : undefined;
}

for (const { what, source, files, place, says, shown, caret, patience } of bad_configurations) {
  test(`a configuration that ${what} is refused with its place`, async (t) => {
    const path = folder(t, { ...files, ...(source !== undefined && { 'config.js': source }) });
    const begun = Date.now();
    for (const { program, code, said, besides } of await answers(path)) {
      assert.equal(code, 2, `${program}: ${said}${besides}`);
      assert.equal(besides, '', program);
      assert.match(said, says, program);
      if (place) assert.ok(place instanceof RegExp ? place.test(said) : said.includes(`${place}: `), `${program}: ${place} in ${said}`);
      if (shown) assert.ok(said.includes(shown), `${program}: ${shown} in ${said}`);
      if (caret) assert.ok(above_caret(said)?.startsWith(caret), `${program}: ${caret} in ${said}`);
      assert.doesNotMatch(said, /\x1b/, program);
    }
    const took = Date.now() - begun;
    assert.ok(took >= (patience ?? 0) && took < (patience ?? 0) + 10_000, `it took ${took} ms`);
  });
}

test('a configuration that is well passes --check without a database or a port', async (t) => {
  const path = folder(t, { 'config.js': "register_test({ name: 'a', frequency: '1s', timeout: '1s' }, '');" });
  const { code, stdout, stderr } = await run(canaryd, ['--check', '--db.file=/dev/null/nowhere', '--listen.host=192.0.2.1', '--web.insecure'], { cwd: path });
  assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: 'config.js: 1 test, all well\n', stderr: '' });
});

const bad_flags = [
  { args: ['--listen.prot=1'], says: /'--listen\.prot'; did you mean '--listen\.port'/ },
  { args: ['--nothing.like.it'], says: /'--nothing\.like\.it'.*--help/ },
  { args: ['config.js'], says: /'config\.js'/ },
  { args: ['--listen.port=70000'], says: /--listen\.port.*'70000'.*65535/ },
  { args: ['--listen.port=http'], says: /--listen\.port.*'http'/ },
  { args: ['--listen.port'], says: /--listen\.port.*missing/ },
  { args: ['--run.max-concurrent=0'], says: /--run\.max-concurrent.*'0'/ },
  { args: ['--run.slice=2'], says: /--run\.slice.*'2'/ },
  { args: ['--run.memory-limit=lots'], says: /--run\.memory-limit.*'lots'/ },
  { args: ['--db.max-size=-1'], says: /--db\.max-size.*'-1'/ },
  { args: ['--drain.timeout=soon'], says: /--drain\.timeout.*'soon'/ },
  { args: ['--log.format=xml'], says: /--log\.format.*'xml'.*json or text/ },
  { args: ['--log.level=loud'], says: /--log\.level.*'loud'/ },
  { args: ['--check=yes'], says: /--check/ },
  { env: { CANARYD_LISTEN_PORT: 'eighty' }, says: /CANARYD_LISTEN_PORT.*'eighty'/ },
  { env: { CANARYD_LOG_LEVEL: 'loud' }, says: /CANARYD_LOG_LEVEL.*'loud'/ },
  { env: { CANARYD_RUN_SLICE: '1h' }, says: /CANARYD_RUN_SLICE.*'1h'/ }
];

for (const { args = [], env = {}, says } of bad_flags) {
  const given = [...args, ...Object.entries(env).map(([name, value]) => `${name}=${value}`)].join(' ');
  test(`${given} is refused by name`, async (t) => {
    const path = folder(t, { 'config.js': '' });
    const { code, stdout, stderr } = await run(canaryd, args, { cwd: path, env });
    assert.equal(code, 2, stdout + stderr);
    assert.match(stdout + stderr, says);
  });
}

test('a flag wins over its variable', async (t) => {
  const path = folder(t, { 'config.js': '' });
  const { code, stdout } = await run(canaryd, ['--check', '--log.level=info'], { cwd: path, env: { CANARYD_LOG_LEVEL: 'loud' } });
  assert.equal(code, 0, stdout);
});

// scripts/types says what a run really has, and every example and every snippet of the documents agrees with it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { declaredGlobals, declaredNames, problemsOf, problemsOfProject, root, typesFolder, withoutExample } from './checker.mjs';
import { endOf, startEditor } from './editor.mjs';
import { reference } from './reference.mjs';
import { namesOfARun } from './run_names.mjs';

const read = (...parts) => fs.readFileSync(path.join(root, ...parts), 'utf8');

test('a mistake is found, and its place', () => {
  assert.deepEqual(problemsOf('wrong', 'http.get(1);\nlog.inform("x");'), [
    "wrong:1:10: Argument of type 'number' is not assignable to parameter of type 'string'.",
    "wrong:2:5: Property 'inform' does not exist on type 'Logger'. Did you mean 'info'?"]);
});

for (const file of fs.readdirSync(path.join(root, 'scripts'), { recursive: true }).filter((f) => /\.js$|(?<!\.d)\.ts$/.test(f))) {
  const { name, dir, ext } = path.parse(`scripts/${file}`);
  test(`scripts/${file}`, () => assert.deepEqual(problemsOf(`${dir}/${name}`, read('scripts', file), ext.slice(1)), []));
}

test('test/types/chai.js holds, and has no mistake', () => {
  const file = 'test/types/chai.js';
  execFileSync(process.env.CANARYCTL, ['run', file], { cwd: root });
  assert.deepEqual(problemsOf('chai', read(file)), []);
});

// Those of k6, but for what cannot be found, and for the type of what setup gives, which JavaScript does not say.
const refused_k6 = ['hashes.js', 'open.js', 'web-library.js', 'web-socket.js'];
for (const file of fs.readdirSync(path.join(root, 'test/scripts/k6')).filter((f) => f.endsWith('.js'))) {
  test(`test/scripts/k6/${file}`, () => {
    const all = problemsOf(`test/scripts/k6/${file}`, read('test/scripts/k6', file), 'ts');
    const problems = all.filter((problem) => !problem.endsWith("Parameter 'data' implicitly has an 'any' type."));
    if (refused_k6.includes(file)) assert.match(problems.join(), /Cannot find (module|name 'open')/);
    else assert.deepEqual(problems, []);
  });
}

test('scripts/jsconfig.json is what an editor wants for the folder', () => {
  const file = path.join(root, 'scripts/jsconfig.json');
  const { fileNames, problems } = problemsOfProject(file);
  assert.deepEqual(problems, []);
  assert.ok(fileNames.length > 18, 'it has found the scripts');
});

for (const [language, flags] of Object.entries({ js: [], ts: ['--typescript'] })) {
  test(`what canaryctl new writes in .${language} has no mistake, and one is found in it`, (t) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'canary-types-'));
    t.after(() => fs.rmSync(folder, { recursive: true }));
    execFileSync(process.env.CANARYCTL, ['new', ...flags, 'made'], { cwd: folder });
    const project = path.join(folder, 'made', `${language}config.json`);
    const { fileNames, problems } = problemsOfProject(project);
    assert.deepEqual(problems, []);
    assert.deepEqual(fileNames.map((f) => path.relative(path.dirname(project), f)).sort(),
      [`canaries/front-page.${language}`, `canaries/hello.${language}`, 'config.js', 'types/canary.d.ts']);
    fs.appendFileSync(path.join(folder, `made/canaries/hello.${language}`), '\nlog.inform(1);\n');
    assert.match(problemsOfProject(project).problems.join(), /Property 'inform' does not exist on type 'Logger'/);
  });
}

for (const [language, flags, used] of [
  ['js', [], "var shop = require('../lib/shop');\nshop.login('ann');\nvar answer = http.get('x');\nhttp.\n"],
  ['ts', ['--typescript'], "import * as shop from '../lib/shop';\nshop.login('ann');\nconst answer = http.get('x');\nhttp.\n"]]) {
  test(`an editor completes, explains and checks what canaryctl new writes in .${language}`, async (t) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'canary-types-'));
    const editor = startEditor();
    t.after(() => {
      editor.close();
      fs.rmSync(folder, { recursive: true });
    });
    execFileSync(process.env.CANARYCTL, ['new', ...flags, 'made'], { cwd: folder });
    // Wherever in the project somebody's own files are.
    const [shop, mine, ...given] = ['lib/shop', 'more/mine', 'canaries/hello', 'canaries/front-page'].map((name) => path.join(folder, 'made', `${name}.${language}`));
    for (const file of [shop, mine]) fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(shop, language === 'ts' ? '/** Lets somebody in. */\nexport function login(name: string) { return name.length; }\n'
      : '/**\n * Lets somebody in.\n * @param {string} name\n */\nexports.login = function (name) { return name.length; };\n');
    for (const file of [path.join(folder, 'made/config.js'), ...given, shop]) {
      editor.tell('open', { file });
      const { configFileName } = await editor.ask('projectInfo', { file, needFileNameList: false });
      assert.equal(configFileName, path.join(folder, `made/${language}config.json`));
      for (const kind of ['syntactic', 'semantic']) {
        assert.deepEqual((await editor.ask(`${kind}DiagnosticsSync`, { file })).map(({ text }) => text), [], `${kind} ${file}`);
      }
    }
    fs.writeFileSync(mine, used);
    editor.tell('open', { file: mine });
    const completed = (await editor.ask('completionInfo', endOf(mine, '\nhttp.'))).entries.map(({ name }) => name);
    for (const name of ['get', 'post', 'batch', 'session']) assert.ok(completed.includes(name), completed.join());
    const got = await editor.ask('quickinfo', endOf(mine, 'http.ge'));
    assert.match(got.displayString, /get\(url: string, options\?: HttpOptions/);
    assert.match(JSON.stringify(got), /Sends a GET\..*"name":"example"/);
    const answer = await editor.ask('quickinfo', endOf(mine, 'answe'));
    assert.match(answer.displayString, /answer: HttpResponse<string>/);
    const login = await editor.ask('quickinfo', endOf(mine, 'shop.logi'));
    assert.match(login.displayString, /login(: )?\(name: string\)(:| =>) number/);
    assert.match(JSON.stringify(login.documentation), /Lets somebody in/);
  });
}

test('docs/reference.md is made of the declarations', () => {
  assert.equal(read('docs/reference.md'), reference(), 'make it anew: TYPESCRIPT=… node test/types/reference.mjs > docs/reference.md');
});

test('config/config.js', () => assert.deepEqual(problemsOf('config/config.js', read('config/config.js')), []));

const documents = ['README.md', ...fs.readdirSync(path.join(root, 'docs')).filter((f) => f.endsWith('.md')).map((f) => `docs/${f}`)];
for (const document of documents) {
  for (const [at, snippet, language] of snippetsOf(read(document))) {
    test(`${document}:${at}`, () => assert.deepEqual(problemsOf(document, snippet, language), []));
  }
}

for (const file of fs.readdirSync(typesFolder)) {
  for (const [at, snippet] of examplesOf(read('scripts/types', file))) {
    test(`example of scripts/types/${file}:${at}`, () => assert.deepEqual(problemsOf(file, snippet), []));
  }
}

test('every declaration of scripts/types/canary.d.ts has an example', () => {
  assert.deepEqual(withoutExample(path.join(typesFolder, 'canary.d.ts')), []);
});

test('built-in modules are imported and required in each way that a run allows', () => {
  const imported = `import _, { range } from 'underscore'; import * as all from 'underscore'; _.range(3); range(3); all.range(3);
    import chai, { expect } from 'chai'; import * as words from 'chai'; expect(1).to.equal(1); chai.assert(true); words.assert(true);`;
  assert.deepEqual(problemsOf('imported', imported, 'ts'), []);
  const required = "var _ = require('underscore'), chai = require('chai'); _.range(3); _([3]).map(String); chai.expect(1).to.equal(1);";
  assert.deepEqual(problemsOf('required', required), []);
  assert.match(problemsOf('required', "require('underscore').rang(3);").join(), /Property 'rang' does not exist/);
});

test('what canaryctl import writes', () => {
  const imported = (input) => execFileSync(process.env.CANARYCTL, ['import', '-'], { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
  const entry = (method, url, status, mimeType, text, postData) => ({
    request: { method, url: `https://shop.example${url}`, headers: [{ name: 'X-Of', value: 'all' }], postData },
    response: { status, headers: status === 302 ? [{ name: 'Location', value: '/home' }] : [], content: { mimeType, text } }
  });
  const archive = imported(JSON.stringify({ log: { entries: [
    entry('GET', '/login', 200, 'text/html', '<input name="csrf" value="0123456789abcdef">'),
    entry('POST', '/login', 302, '', '', { mimeType: 'application/x-www-form-urlencoded', text: 'csrf=0123456789abcdef&password=geheim&tag=a&tag=b' }),
    entry('GET', '/home', 200, 'application/json', '{"a.b": [{"order": "ord-123456789"}]}'),
    entry('DELETE', '/orders/ord-123456789', 200, 'text/plain', '')
  ] } }));
  for (const part of ['between(', 'ord', 'secrets.get(', 'http.session(']) assert.ok(archive.includes(part), archive);
  assert.deepEqual(problemsOf('archive', archive), []);
  const curl = imported(`curl -X PATCH -u ann:geheim -k --resolve a.test:80:127.0.0.1 -4 -m 2 -L --max-redirs 3 --noproxy '*' --cacert ca.pem \\
    --cert a.pem --key b.pem --json '{"a": [1, {"b": null}], "pin": "1234"}' 'http://a.test/?q=%20'
    curl -F a=b -F 'c=@d.txt;type=text/plain' -F c=2 https://b.test/ ; curl -X PURGE https://b.test/`);
  assert.match(curl, /tls: \{/);
  assert.deepEqual(problemsOf('curl', curl), []);
});

// Only modern scripts have these: they are what makes a script one.
const ofModules = ['__dirname', '__filename', 'exports', 'module', 'require'];  // of a modern script: they are no globals of its
const timers = ['clearInterval', 'clearTimeout', 'queueMicrotask', 'setInterval', 'setTimeout'];

test('the declared names are those that a run has', async (t) => {
  const real = await namesOfARun();
  for (const [expression, names] of Object.entries(real.values)) {
    await t.test(expression, () => assert.deepEqual(without(declaredNames(expression), ['default']), names));
  }
  await t.test('the global object', () => {
    // Of config.js; of the engine's language, which documents of ECMAScript do not have; and of Windows, in TypeScript's library.
    const configuration = ['file', 'register_test', 'settings'];
    const undocumented = ['Buffer'];
    const elsewhere = ['ActiveXObject', 'Intl', 'arguments', '__ENV', '__ITER', '__VU']; // the last ones are of scripts of k6
    const declared = declaredGlobals().filter((name) => !configuration.includes(name) && !elsewhere.includes(name));
    assert.deepEqual(without(declared, timers), real.globals.filter((name) => !undocumented.includes(name)));
  });
  await t.test('the global object of a modern script', () => {
    // Of config.js; of the library that is newer than what scripts have, which docs/modern-javascript.md tells; and of Windows.
    const configuration = ['file', 'register_test', 'settings'];
    const missing = ['Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'FinalizationRegistry', 'SharedArrayBuffer', 'WeakRef'];
    const elsewhere = ['ActiveXObject', 'Intl', 'arguments', '__ENV', '__ITER', '__VU']; // the last ones are of scripts of k6
    const declared = without(declaredGlobals('ts'), [...configuration, ...missing, ...elsewhere, ...ofModules]);
    assert.deepEqual(declared, without(real.modernGlobals, ['Buffer']).filter((name) => !name.startsWith('__')), 'but for the transpiler’s helpers');
  });
});

function without(names, others) {
  return names.filter((name) => !others.includes(name));
}

/** The scripts of a document: of each its first line's number, its text and its language. */
function snippetsOf(text) {
  return [...text.matchAll(/^```(js|ts)\n(.*?)^```$/gms)].map((m) => [text.slice(0, m.index).split('\n').length + 1, m[2], m[1]]);
}

/** What stands after @example in comments, up to the comment's end or its next tag. */
function examplesOf(text) {
  return [...text.matchAll(/^( *)\* @example\n((?:\1\* ?(?!@)[^\n]*\n)+)/gm)].map((m) => [
    text.slice(0, m.index).split('\n').length + 1,
    m[2].replaceAll(/^ *\*\/?( |$)/gm, ''),
  ]);
}

// scripts/types says what a run really has, and every example and every snippet of the documents agrees with it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { declaredGlobals, declaredNames, problemsOf, root, ts, typesFolder } from './checker.mjs';
import { namesOfARun } from './run_names.mjs';

const read = (...parts) => fs.readFileSync(path.join(root, ...parts), 'utf8');

test('a mistake is found, and its place', () => {
  assert.deepEqual(problemsOf('wrong', 'http.get(1);\nlog.inform("x");'), [
    "wrong:1:10: Argument of type 'number' is not assignable to parameter of type 'string'.",
    "wrong:2:5: Property 'inform' does not exist on type 'Logger'. Did you mean 'info'?"]);
});

for (const file of fs.readdirSync(path.join(root, 'scripts')).filter((f) => f.endsWith('.js'))) {
  test(`scripts/${file}`, () => assert.deepEqual(problemsOf(`scripts/${file}`, read('scripts', file)), []));
}

test('scripts/jsconfig.json is what an editor wants for the folder', () => {
  const file = path.join(root, 'scripts/jsconfig.json');
  const read = ts.readConfigFile(file, ts.sys.readFile);
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(read.config, ts.sys, path.dirname(file));
  assert.deepEqual([read.error, ...errors], [undefined]);
  const found = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, { ...options, allowJs: true }));
  assert.deepEqual(found.map((d) => `${d.file?.fileName}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`), []);
  assert.ok(fileNames.length > 18, 'it has found the scripts');
});

test('config/config.js', () => assert.deepEqual(problemsOf('config/config.js', read('config/config.js')), []));

const documents = ['README.md', ...fs.readdirSync(path.join(root, 'docs')).filter((f) => f.endsWith('.md')).map((f) => `docs/${f}`)];
for (const document of documents) {
  for (const [at, snippet] of snippetsOf(read(document))) {
    test(`${document}:${at}`, () => assert.deepEqual(problemsOf(document, snippet), []));
  }
}

for (const file of fs.readdirSync(typesFolder)) {
  for (const [at, snippet] of examplesOf(read('scripts/types', file))) {
    test(`example of scripts/types/${file}:${at}`, () => assert.deepEqual(problemsOf(file, snippet), []));
  }
}

test('the declared names are those that a run has', async (t) => {
  const real = await namesOfARun();
  for (const [expression, names] of Object.entries(real.values)) {
    await t.test(expression, () => assert.deepEqual(declaredNames(expression), names));
  }
  await t.test('the global object', () => {
    // Of config.js; of the engine's language, which documents of ECMAScript do not have; and of Windows, in TypeScript's library.
    const configuration = ['file', 'register_test', 'settings'];
    const undocumented = ['Buffer'];
    const elsewhere = ['ActiveXObject', 'Intl', 'arguments'];
    const declared = declaredGlobals().filter((name) => !configuration.includes(name) && !elsewhere.includes(name));
    assert.deepEqual(declared, real.globals.filter((name) => !undocumented.includes(name)));
  });
});

/** The JavaScript of a document: pairs of its first line's number and its text. */
function snippetsOf(text) {
  return [...text.matchAll(/^```js\n(.*?)^```$/gms)].map((m) => [text.slice(0, m.index).split('\n').length + 1, m[1]]);
}

/** What stands after @example in comments, up to the comment's end or its next tag. */
function examplesOf(text) {
  return [...text.matchAll(/^( *)\* @example\n((?:\1\* ?(?!@)[^\n]*\n)+)/gm)].map((m) => [
    text.slice(0, m.index).split('\n').length + 1,
    m[2].replaceAll(/^ *\*\/?( |$)/gm, ''),
  ]);
}

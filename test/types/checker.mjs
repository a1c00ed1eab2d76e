// Checks scripts against scripts/types as an editor does: strict, with ES5's library and ours.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
export const typesFolder = path.join(root, 'scripts/types');
export const declarations = fs.readdirSync(typesFolder).filter((f) => f.endsWith('.d.ts')).map((f) => path.join(typesFolder, f));

// TYPESCRIPT is the folder of the package, which the page's build has fetched.
export const ts = createRequire(import.meta.url)(process.env.TYPESCRIPT);

const options = {
  target: ts.ScriptTarget.ES5, lib: ['lib.es5.d.ts'], types: [], ignoreDeprecations: '5.0',
  allowJs: true, checkJs: true, noEmit: true, strict: true, useUnknownInCatchVariables: false,
};

// The libraries are parsed once, however many programs there are.
const parsed = new Map();
const base = ts.createCompilerHost(options);

// What a modern script has: the newer library, and timers.
const modern = { ...options, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], module: ts.ModuleKind.ESNext, moduleDetection: ts.ModuleDetectionKind.Force };

/** A program of one script, given as text; in TypeScript where `language` is 'ts'. */
export function programOf(name, text, language = 'js') {
  const script = path.join(root, `${name}.${language}`);
  const host = {
    ...base,
    fileExists: (file) => file === script || base.fileExists(file),
    readFile: (file) => (file === script ? text : base.readFile(file)),
    getSourceFile(file, target) {
      if (file === script) return ts.createSourceFile(file, text, target);
      if (!parsed.has(file)) parsed.set(file, base.getSourceFile(file, target));
      return parsed.get(file);
    },
  };
  return { program: ts.createProgram([...declarations, script], language === 'ts' ? modern : options, host), script };
}

/** What is wrong with it, a text for each. */
export function problemsOf(name, text, language) {
  const { program, script } = programOf(name, text, language);
  return messagesOf(program, (file) => (file === script ? name : file));
}

/** What is wrong with the files that a tsconfig.json or jsconfig.json names, as `tsc -p` says it. */
export function problemsOfProject(file) {
  const read = ts.readConfigFile(file, ts.sys.readFile);
  const { options: own, fileNames, errors } = ts.parseJsonConfigFileContent(read.config, ts.sys, path.dirname(file), undefined, file);
  const wrong = [read.error, ...errors].filter(Boolean).map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n'));
  return { fileNames, problems: [...wrong, ...messagesOf(ts.createProgram(fileNames, own), (each) => each)] };
}

function messagesOf(program, shown) {
  return ts.getPreEmitDiagnostics(program).map((d) => {
    const message = ts.flattenDiagnosticMessageText(d.messageText, '\n');
    if (!d.file) return message;
    const { line, character } = d.file.getLineAndCharacterOfPosition(d.start);
    return `${shown(d.file.fileName)}:${line + 1}:${character + 1}: ${message}`;
  });
}

/** The names that the declarations give to a value, as `expression` has it in a script. */
export function declaredNames(expression) {
  const { program, script } = programOf('names', `var looked_at = ${expression};`);
  const checker = program.getTypeChecker();
  const statement = program.getSourceFile(script).statements[0];
  const type = checker.getTypeAtLocation(statement.declarationList.declarations[0].name);
  return checker.getPropertiesOfType(checker.getNonNullableType(type)).map((p) => p.getName()).sort();
}

/** What of a file of declarations has no `@example`: names, and calls; whose members all have some needs none of its own. */
export function withoutExample(file) {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES5, true);
  const shown = (node) => ts.getJSDocTags(node).some((tag) => tag.tagName.text === 'example');
  const lacking = [];
  const lookAt = (node, name) => {
    const calls = new Map();
    const members = node.members ?? node.type?.members ?? [];
    for (const member of members) {
      const each = `${name}.${member.name?.getText() ?? ''}`;
      if (ts.isMethodSignature(member) || ts.isCallSignatureDeclaration(member)) calls.set(each, calls.get(each) || shown(member));
      else if (member.type && ts.isTypeLiteralNode(member.type) && !shown(node)) lookAt(member, each);
    }
    lacking.push(...[...calls.keys()].filter((each) => !calls.get(each)));
    if (!shown(node) && calls.size === 0 && !members.some(shown)) lacking.push(name);
  };
  for (const statement of source.statements) lookAt(statement, (statement.name ?? statement.declarationList.declarations[0].name).getText());
  return lacking;
}

/** The names of values that are everywhere, by the declarations; those of modules, which stand in quotes, are none. */
export function declaredGlobals(language) {
  const { program, script } = programOf('names', '', language);
  const checker = program.getTypeChecker();
  return checker.getSymbolsInScope(program.getSourceFile(script), ts.SymbolFlags.Value).map((s) => s.getName()).filter((name) => !name.startsWith('"')).sort();
}

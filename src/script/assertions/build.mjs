// Makes chai.js, a CommonJS module in ES5: node build.mjs OUT
// Runs where node_modules is.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(process.cwd() + '/');
const esbuild = require('esbuild');
const ts = require('typescript');
const here = path.dirname(fileURLToPath(import.meta.url));

// The engine's arrays have no fill.
const whole = fs.readFileSync(require.resolve('chai/chai.js'), 'utf8');
const text = whole.replace('Array(strB.length + 1).fill(0)', "Array(strB.length + 2).join('0').split('').map(Number)");
if (text === whole) throw new Error('Chai has changed: what it fills is not where it was');

const compilerOptions = {
  target: ts.ScriptTarget.ES5, module: ts.ModuleKind.None, allowJs: true, removeComments: true, ignoreDeprecations: '5.0',
};
const lowered = ts.transpileModule(text, { compilerOptions, fileName: 'chai.js' }).outputText;
const [before, after] = ['before.js', 'after.js'].map((file) => fs.readFileSync(path.join(here, file), 'utf8'));
const { code } = await esbuild.transform(`${before}\n${lowered}\n${after}`,
  { charset: 'ascii', target: 'es5', minifyWhitespace: true, legalComments: 'none' });
fs.writeFileSync(process.argv[2], code);

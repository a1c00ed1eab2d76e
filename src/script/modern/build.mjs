// Makes what modern scripts need, in ES5: node build.mjs OUT
//   polyfill.js       core-js, as far as polyfill.js wants it, and how modern scripts are executed: a CommonJS module
//   transpiler.js.gz  the polyfill, TypeScript itself, and transpiler.js: a script for a VM of its own
// Runs where node_modules is.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { faster, keepNatives, withFasterHelpers } from './faster.mjs';

const require = createRequire(process.cwd() + '/');
const esbuild = require('esbuild');
const ts = require('typescript');
const here = path.dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
fs.mkdirSync(out, { recursive: true });

const shrink = { charset: 'ascii', target: 'es5', minifyWhitespace: true, minifyIdentifiers: true, legalComments: 'none' };

// An unhandled rejection is the run's end, and no line in a log.
const reports = {
  name: 'promises',
  setup(build) {
    build.onResolve({ filter: /internals\/host-report-errors$/ }, () => ({ path: 'report', namespace: 'canary' }));
    // What a promise's function returns is waited for a job later, as the language has it.
    build.onLoad({ filter: /es\.promise\.constructor\.js$/ }, ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8'), mended = text.replace('then = isThenable(result)', 'false');
      if (mended === text) throw new Error('core-js has changed: ' + file);
      return { contents: mended };
    });
    build.onLoad({ filter: /.*/, namespace: 'canary' }, () => ({
      contents: "module.exports = function (message, value) { require('./loop').reportUnhandled(value); };", resolveDir: here,
    }));
  },
};
const bundled = await esbuild.build({
  ...shrink, entryPoints: [path.join(here, 'polyfill.js')], bundle: true, format: 'cjs', platform: 'neutral', write: false,
  nodePaths: [path.join(process.cwd(), 'node_modules')], mainFields: ['main'], plugins: [reports],
  define: { require: 'require' },
});
const polyfill = bundled.outputFiles[0].text;
fs.writeFileSync(path.join(out, 'polyfill.js'), polyfill);

const compilerOptions = {
  target: ts.ScriptTarget.ES5, module: ts.ModuleKind.None, allowJs: true, downlevelIteration: true, removeComments: true,
  ignoreDeprecations: '5.0',
};
const lowered = withFasterHelpers(ts.transpileModule(faster(fs.readFileSync(require.resolve('typescript'), 'utf8')),
  { compilerOptions, fileName: 'typescript.js' }).outputText);
const compiler = (await esbuild.transform(lowered, shrink)).code;
const driver = fs.readFileSync(path.join(here, 'transpiler.js'), 'utf8');
// TypeScript asks where it is: nowhere that has files.
const whole = `${keepNatives}var module = { exports: {} }, exports = module.exports;\n${polyfill}\nrestoreNatives();\n` +
  `var helpers = module.exports.helpers;\nmodule = { exports: {} }, exports = module.exports;\n${compiler}\n${driver}`;
fs.writeFileSync(path.join(out, 'transpiler.js.gz'), zlib.gzipSync(whole, { level: 9 }));
console.log(polyfill.length, lowered.length, compiler.length, whole.length);

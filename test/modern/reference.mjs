// What Node makes of the programs of corpus/: {'feature/file#program': [line…]} as one line of JSON.
//     node reference.mjs NODE_MODULES
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import vm from 'node:vm';

const corpus = join(dirname(fileURLToPath(import.meta.url)), 'corpus');
const ts = createRequire(join(process.argv[2], 'x.js'))('typescript');
let lost = null;
process.on('unhandledRejection', () => { if (lost) lost(); });

// A program begins with a line of its name, '//// name'.
export function programs(text) {
  return text.split(/^\/\/\/\/ /m).slice(1).map((part) => [part.slice(0, part.indexOf('\n')).trim(), part.slice(part.indexOf('\n') + 1)]);
}

async function run(source, typed) {
  const lines = [];
  const say = (...values) => { lines.push(format(...values)); };
  let waiting = 0;
  const timer = (set, repeated) => (work, delay, ...args) => {
    ++waiting;
    return set(() => { if (!repeated) --waiting; work(...args); }, delay);
  };
  const context = vm.createContext({
    console: { log: say }, queueMicrotask, clearTimeout: (t) => { --waiting; clearTimeout(t); }, setTimeout: timer(setTimeout, false),
    clearInterval: (t) => { --waiting; clearInterval(t); }, setInterval: timer(setInterval, true),
  });
  const modular = typed || /(^|[;}])\s*(export|import)\b(?!\s*[(.])/m.test(source);
  const code = modular ? ts.transpile(source, { target: 'es2022', module: 'commonjs', useDefineForClassFields: true }) : source;
  const module = { exports: {} };
  const ended = new Promise((resolve) => {
    lost = () => { lines.push('uncaught'); resolve(); };
    (async () => {
      try {
        vm.runInContext(`(function (exports, require, module) {${code}\n})`, context)(module.exports, null, module);
        if (typeof module.exports.default === 'function') await module.exports.default();
        else while (waiting > 0) await new Promise((next) => setTimeout(next, 2));
        await new Promise((next) => setImmediate(next));
      } catch {
        lines.push('uncaught');
      }
      resolve();
    })();
  });
  await ended;
  return lines;
}

const answers = {};
for (const feature of readdirSync(corpus).sort()) {
  for (const file of readdirSync(join(corpus, feature)).sort()) {
    for (const [name, source] of programs(readFileSync(join(corpus, feature, file), 'utf8'))) {
      answers[`${feature}/${file}#${name}`] = await run(source, file.endsWith('.ts'));
    }
  }
}
process.stdout.write(JSON.stringify(answers) + '\n');
process.exit(0);

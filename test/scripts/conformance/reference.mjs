// What Node makes of the programs of this folder: {'area/program.js': {lines: [[level, text]…], ended: '' | an error's
// name}} as one line of JSON.
//     node reference.mjs UNDERSCORE.js FOLDER…
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import vm from 'node:vm';

const here = dirname(fileURLToPath(import.meta.url));
const ending = readFileSync(join(here, 'ending.js'), 'utf8');
const [underscore, ...areas] = process.argv.slice(2);
// A CommonJS module, as in our VMs; and an error's stack as one that can be taken out of a line again.
const library = new vm.Script(`var _ = (function () { var module = { exports: {} }, exports = module.exports, define;
${readFileSync(underscore, 'utf8')}
return module.exports; })();`);
const frames = '\n    at <frames>';
const noFrames = new vm.Script(`Error.prepareStackTrace = function (e) { return String(e) + ${JSON.stringify(frames)}; };`);

function run(file) {
  const lines = [];
  const say = (level) => (...values) => {
    // Our console shows an error without its stack.
    lines.push([level, format(...values).replaceAll(frames, '')]);
  };
  const console = { log: say('info'), info: say('info'), warn: say('warn'), error: say('error'), debug: say('debug') };
  const context = vm.createContext({ console, TextEncoder, TextDecoder, Buffer });
  let ended = '';
  noFrames.runInContext(context);
  try {
    if (file.includes('underscore/')) library.runInContext(context);
    vm.runInContext(readFileSync(join(here, file), 'utf8') + ending, context, { filename: file });
  } catch (error) {
    ended = error !== null && typeof error === 'object' && error.stack ? error.name : 'not an error';
  }
  return { lines, ended };
}

const answers = {};
for (const area of areas) {
  for (const file of readdirSync(join(here, area)).filter((name) => name.endsWith('.js')).sort()) {
    answers[`${area}/${file}`] = run(`${area}/${file}`);
  }
}
process.stdout.write(JSON.stringify(answers) + '\n');

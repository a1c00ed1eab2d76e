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
const library = new vm.Script(readFileSync(underscore, 'utf8'), { filename: 'underscore.js' });

function run(file) {
  const lines = [];
  const say = (level) => (...values) => {
    // Our console shows an error without its stack.
    lines.push([level, format(...values).replace(/(\n +at .*)+/g, '')]);
  };
  const console = { log: say('info'), info: say('info'), warn: say('warn'), error: say('error'), debug: say('debug') };
  const context = vm.createContext({ console, TextEncoder, TextDecoder });
  let ended = '';
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

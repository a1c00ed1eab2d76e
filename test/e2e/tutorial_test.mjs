// docs/tutorial.md, done as it says: its files, and its commands in their order, with what they print.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import { canaryctl, canaryd, folder, free_port, launch, plain_environment, root, run, until, write } from './daemon.mjs';

const document = readFileSync(join(root, 'docs/tutorial.md'), 'utf8');

/// What is to be done, in order: { file, text }, or { command, expected } where `expected` are lines.
function acts_of(text) {
  const acts = [];
  for (const { 1: before, 2: language, 3: content } of text.matchAll(/([^\n]*)\n\n```(js|console)\n(.*?)^```$/gms)) {
    if (language === 'js') {
      acts.push({ file: /^Write `([^`]+)`.*:$/.exec(before)[1], text: content });
      continue;
    }
    let here = null; // the word that ends a text within a command
    for (const line of content.trimEnd().split('\n')) {
      if (here) {
        acts.at(-1).command += `\n${line}`;
        if (line === here) here = null;
      } else if (line.startsWith('$ ')) {
        acts.push({ command: line.slice(2), expected: [] });
        here = /<< '(\w+)'/.exec(line)?.[1] ?? null;
      } else {
        acts.at(-1).expected.push(line);
      }
    }
  }
  return acts;
}

const squeezed = (text) => text.replaceAll(/ +/g, ' ');

test('the tutorial does what it says', async (t) => {
  const work = folder(t);
  const shop = launch('node', [join(root, 'test/e2e/demo-shop.mjs')]);
  t.after(() => shop.kill('SIGKILL'));
  const shop_url = await until('the shop listens', () => /http:\S+/.exec(shop.said.stdout)?.[0]);
  const daemon_url = `http://127.0.0.1:${await free_port()}`;
  const here = (text) => text.replaceAll('http://127.0.0.1:3000', shop_url).replaceAll('http://127.0.0.1:8080', daemon_url);
  const env = {
    PATH: [dirname(canaryctl), dirname(canaryd), plain_environment.PATH].join(':'),
    CANARYCTL_URL: daemon_url,
    CANARYD_LISTEN_PORT: new URL(daemon_url).port
  };

  const acts = acts_of(document);
  assert.equal(acts.filter((act) => act.file).length, 2);
  assert.equal(acts.filter((act) => act.command).length, document.match(/^\$ /gm).length);
  let cwd = work;
  for (const { file, text, command, expected } of acts) {
    if (file) {
      write(cwd, { [file]: here(text) });
    } else if (command.startsWith('cd ')) {
      cwd = join(cwd, command.slice(3));
    } else if (command.endsWith(' &')) {
      const daemon = launch('bash', ['-c', `exec env ${here(command).slice(0, -2)}`], { cwd, env });
      t.after(async () => {
        daemon.kill('SIGKILL');
        await daemon.ended;
      });
      // A person is slower than the first runs.
      const runs = () => fetch(`${daemon_url}/api/v1/runs`).then(async (answer) => (await answer.json()).runs, () => []);
      await until('the first runs are over', async () => (await runs()).filter((each) => each.status === 'passed').length === 2);
    } else {
      const { code, stdout, stderr } = await run('bash', ['-c', here(command)], { cwd, env });
      const said = squeezed(stdout);
      let from = 0;
      for (const line of expected) {
        const at = said.indexOf(squeezed(here(line)).trim(), from);
        assert.ok(at >= 0, `'${command}' prints '${line}', and not:\n${stdout}${stderr}`);
        from = at;
      }
      assert.equal(code, expected.some((line) => line.startsWith('FAIL')) && !command.includes('||') ? 1 : 0, `${command}: ${stdout}${stderr}`);
    }
  }
});

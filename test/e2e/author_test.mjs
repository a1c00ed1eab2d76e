// What an author begins with: canaryctl new, and canaryctl types.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';

import { canaryctl, folder, root, run, write } from './daemon.mjs';

const read = (...parts) => readFileSync(join(...parts), 'utf8');

for (const [extension, flags] of Object.entries({ js: [], ts: ['--typescript'] })) {
  test(`a new project in .${extension} runs at once`, async (t) => {
    const cwd = folder(t);
    const made = await run(canaryctl, ['new', ...flags, 'shop-canaries'], { cwd });
    assert.equal(made.code, 0, made.stderr);
    const project = join(cwd, 'shop-canaries');
    const files = readdirSync(project, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
    for (const { name } of files) assert.match(made.stdout, new RegExp(`^  (\\S+/)?${name}$`, 'm'), 'it says what it has made');
    assert.equal(files.length, 8);
    for (const command of ['cd shop-canaries', 'canaryctl run', 'cp .env.example .env']) assert.ok(made.stdout.includes(`  ${command} `) || made.stdout.includes(`  ${command}\n`), command);
    assert.doesNotMatch(files.map((f) => read(f.parentPath ?? f.path, f.name)).join(''), /@NAME@|@EXTENSION@/);

    const checked = await run(canaryctl, ['check'], { cwd: project });
    assert.equal(checked.stdout + checked.stderr, 'config.js: 2 tests, all well\n');
    const first = await run(canaryctl, ['run'], { cwd: project });
    assert.equal(first.code, 0, first.stdout);
    assert.match(first.stdout, /^PASS hello /m);
    assert.match(first.stdout, /^SKIP front page  paused$/m);
    assert.equal((await run(canaryctl, ['run', '--work.dir', 'shop-canaries'], { cwd })).code, 0, 'from without');

    // With an address it asks that, and notices what is wrong there.
    let answer = [200, 'text/html'];
    const server = createServer((_, response) => response.writeHead(answer[0], { 'Content-Type': answer[1] }).end('<h1>A page</h1>'));
    t.after(() => server.close());
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    write(project, { '.env': read(project, '.env.example').replace(/=.*/, `=http://127.0.0.1:${server.address().port}/`) });
    const asking = () => run(canaryctl, ['run', '--env-file', '.env'], { cwd: project });
    const passed = await asking();
    assert.equal(passed.code, 0, passed.stdout);
    assert.match(passed.stdout, /^PASS front page /m);
    answer = [500, 'text/html'];
    assert.match((await asking()).stdout, /^FAIL front page [^]*'is 200'/m);
    answer = [200, 'text/plain'];
    assert.match((await asking()).stdout, /^FAIL front page [^]*'is HTML'/m);
  });
}

test('a new project takes the place of nothing', async (t) => {
  const cwd = folder(t, { 'taken/mine.txt': 'mine', file: 'mine' });
  symlinkSync('nowhere', join(cwd, 'link'));
  for (const name of ['taken', 'file', 'link']) {
    const { code, stdout, stderr } = await run(canaryctl, ['new', name], { cwd });
    assert.equal(code, 2, stdout);
    assert.equal(stderr, `canaryctl: '${name}' is there already, and stays as it is; take another name\n`);
  }
  assert.deepEqual(readdirSync(cwd, { recursive: true }).sort(), ['file', 'link', 'taken', 'taken/mine.txt']);
  const refused = await run(canaryctl, ['new', '../beside'], { cwd });
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /'\.\.\/beside' is no name for a project: .*letters, digits/);
});

test('canaryctl types prints the declarations, and writes them only over its own', async (t) => {
  const cwd = folder(t, { 'mine.d.ts': 'declare var mine: string;\n', 'types/own.d.ts': '' });
  const { stdout } = await run(canaryctl, ['types'], { cwd });
  const folder_of_types = join(root, 'scripts/types');
  for (const file of readdirSync(folder_of_types)) assert.ok(stdout.includes(read(folder_of_types, file)), file);
  for (const where of ['new.d.ts', 'types', 'types']) {
    const written = await run(canaryctl, ['types', '-o', where], { cwd });
    const path = where === 'types' ? 'types/canary.d.ts' : where;
    assert.equal(written.stdout, `wrote ${path}\n`, written.stderr);
    assert.equal(read(cwd, path), stdout);
  }
  const kept = await run(canaryctl, ['types', '--output=mine.d.ts'], { cwd });
  assert.equal(kept.code, 2);
  assert.equal(kept.stderr, 'canaryctl: mine.d.ts is there already, and was not written by canaryctl types; it stays as it is\n');
  assert.equal(read(cwd, 'mine.d.ts'), 'declare var mine: string;\n');
  const nowhere = await run(canaryctl, ['types', '-o', 'gone/canary.d.ts'], { cwd });
  assert.equal(nowhere.code, 2);
  assert.match(nowhere.stderr, /gone\/canary\.d\.ts cannot be written: No such file/);
});

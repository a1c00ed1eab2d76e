// canaryctl db …: beside a daemon that writes, on a file of its own, on a terminal, and on a damaged file.
import assert from 'node:assert/strict';
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { canaryctl, canaryd, configuration, folder, launch, missing, run, start, until } from './daemon.mjs';

const tests = configuration({
  quick: { source: "log.kv('n', 1.0).info('line');", frequency: '100ms' },
  failing: { source: "log.fail('no good');", frequency: '200ms' }
});

const db = (cwd, ...args) => run(canaryctl, ['db', ...args], { cwd });

async function ended_runs(daemon, least) {
  await until('runs have ended', async () => (await daemon.status()).store.runs >= least);
}

test('while a daemon writes, its database is told of, verified, exported and backed up', async (t) => {
  const path = folder(t, { 'config.js': tests });
  const daemon = await start(t, path);
  await ended_runs(daemon, 20);

  const stat = await db(path, 'stat', '--json');
  assert.equal(stat.code, 0, stat.stderr);
  const known = JSON.parse(stat.stdout);
  assert.equal(known.daemon, daemon.child.pid);
  assert.equal(known.tests, 2);
  assert.equal(known.runs, known.passed + known.failed + known.interrupted + known.running);
  const text = await db(path, 'stat');
  assert.match(text.stdout, /^file +canary\.db, .*\n/);
  assert.match(text.stdout, /\nruns +[\d,]+, \d+ bytes each\n/);

  const verified = await db(path, 'verify', '--json');
  assert.equal(verified.code, 0, verified.stdout + verified.stderr);
  assert.equal(JSON.parse(verified.stdout).discrepancies, 0);

  const exported = await db(path, 'export', '--test', 'failing', '--json');
  assert.equal(exported.code, 0, exported.stderr);
  const lines = exported.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(JSON.parse(exported.stderr).runs, lines.length);
  const failed = lines.find((line) => line.status === 'failed');
  assert.equal(failed.class, 'assert');
  assert.match(failed.cause, /no good/);

  assert.equal((await db(path, 'backup', 'copy.db')).code, 0);
  const again = await db(path, 'backup', 'copy.db');
  assert.equal(again.code, 3);
  assert.match(again.stderr, /copy\.db is there already; --force replaces it/);
  assert.equal((await db(path, 'backup', 'copy.db', '--force', '--compact')).code, 0);
  assert.equal((await db(path, 'verify', '--db.file', 'copy.db')).code, 0);

  for (const args of [['compact'], ['import', 'none']]) {
    const refused = await db(path, ...args);
    assert.equal(refused.code, 3);
    assert.match(refused.stderr, args[0] === 'compact' ? /in use by another canaryd.*\n.*--url http:\/\/HOST:PORT/ : /none cannot be read/);
  }
  writeFileSync(join(path, 'lines'), '');
  assert.match((await db(path, 'import', 'lines')).stderr, /in use by another canaryd/);
});

test('an import of an export is exported the same', async (t) => {
  const path = folder(t, { 'config.js': tests });
  const daemon = await start(t, path);
  await ended_runs(daemon, 20);
  await daemon.stop();
  assert.equal((await db(path, 'export', 'a.jsonl')).code, 0);
  assert.equal((await db(path, 'export', 'a.jsonl')).code, 3);
  const imported = await db(path, 'import', 'a.jsonl', '--db.file=b.db', '--json');
  assert.equal(imported.code, 0, imported.stderr);
  const count = JSON.parse(imported.stdout).imported;
  assert.ok(count >= 20);
  assert.equal((await db(path, 'export', 'b.jsonl', '--db.file=b.db')).code, 0);
  assert.equal(readFileSync(join(path, 'b.jsonl'), 'utf8'), readFileSync(join(path, 'a.jsonl'), 'utf8'));
  assert.equal((await db(path, 'verify', '--db.file=b.db')).code, 0);
  const twice = JSON.parse((await db(path, 'import', 'a.jsonl', '--db.file=b.db', '--json')).stdout);
  assert.deepEqual([twice.imported, twice.there_already], [0, count]);
  assert.equal((await db(path, 'compact', '--db.file=b.db')).code, 0);
  assert.equal((await db(path, 'export', 'c.jsonl', '--db.file=b.db')).code, 0);
  assert.equal(readFileSync(join(path, 'c.jsonl'), 'utf8'), readFileSync(join(path, 'a.jsonl'), 'utf8'));
  // A reader that has seen enough ends it quietly.
  const piped = await run('sh', ['-c', `"${canaryctl}" db export --db.file b.db | head -n 1`], { cwd: path });
  assert.equal(piped.stderr, '');
  assert.equal(piped.stdout.split('\n').length, 2);
});

test('what is told and cannot be written is a failure, and a daemon\'s variable names the file', async (t) => {
  const path = folder(t, { 'config.js': tests });
  const daemon = await start(t, path);
  await ended_runs(daemon, 5);
  const stat = await run(canaryctl, ['db', '--json', 'stat'], { cwd: '/', env: { CANARYD_DB_FILE: join(path, 'canary.db') } });
  assert.equal(JSON.parse(stat.stdout).daemon, daemon.child.pid, stat.stderr);
  for (const words of [`"${canaryctl}" db stat`, `"${canaryctl}" db stat --json`, `"${canaryctl}" db verify`, `"${canaryctl}" db export`,
    `"${canaryctl}" --help`, `"${canaryctl}" check`, `"${canaryd}" --help`, `"${canaryd}" --version`, `"${canaryd}" --check`]) {
    const full = await run('sh', ['-c', `${words} > /dev/full`], { cwd: path });
    assert.notEqual(full.code, 0, words);
    assert.match(full.stderr, /cannot be written: No space left/, words);
    const closed = await run('bash', ['-c', `set -o pipefail; ${words} | true`], { cwd: path });
    assert.equal(closed.stderr, '', words);
  }
});

test('a progress bar is drawn on a terminal, and nowhere else', { skip: missing('script') }, async (t) => {
  const path = folder(t, { 'config.js': tests });
  const daemon = await start(t, path);
  await ended_runs(daemon, 20);
  const bar = /\[[#-]{20}\] +\d+ %  [\d,]+ entries/;
  const there = await run('script', ['-qec', `"${canaryctl}" db verify`, '/dev/null'], { cwd: path });
  assert.match(there.stdout, bar);
  assert.match(there.stdout, /all is well/);
  const elsewhere = await db(path, 'verify');
  assert.doesNotMatch(elsewhere.stdout + elsewhere.stderr, bar);
});

test('a damaged file gets a message, never a crash', async (t) => {
  const path = folder(t, { 'config.js': tests });
  const daemon = await start(t, path);
  await ended_runs(daemon, 30);
  await daemon.stop();
  const size = statSync(join(path, 'canary.db')).size;
  // Each page in turn gets nonsense in its middle; a few at its head.
  for (let page = 2; page * 4096 < size; page += 1) {
    copyFileSync(join(path, 'canary.db'), join(path, 'spoiled.db'));
    const file = openSync(join(path, 'spoiled.db'), 'r+');
    writeSync(file, Buffer.alloc(64, 0xa5), 0, 64, page * 4096 + (page % 3 === 0 ? 0 : 2048));
    closeSync(file);
    for (const command of ['stat', 'verify', 'export']) {
      const result = await db(path, command, '--db.file=spoiled.db');
      assert.equal(result.signal, null, `${command} of page ${page}`);
      assert.ok([0, 1, 3].includes(result.code), `${command} of page ${page} ends with ${result.code}`);
      if (result.code !== 0) assert.ok(result.stdout + result.stderr, `${command} of page ${page} says nothing`);
    }
  }
  for (const command of ['stat', 'verify', 'export', 'compact']) {
    writeFileSync(join(path, 'text.db'), 'x'.repeat(10000));
    const result = await db(path, command, '--db.file=text.db');
    assert.equal(result.code, 3);
    assert.match(result.stderr, /text\.db is not a database of canaryd's/);
    assert.equal((await db(path, command, '--db.file=absent.db')).code, 3);
    assert.ok(!existsSync(join(path, 'absent.db')));
  }
});

test('what is interrupted leaves nothing behind', async (t) => {
  const path = folder(t, { 'config.js': tests });
  const daemon = await start(t, path);
  await ended_runs(daemon, 5);
  await daemon.stop();
  // An import waits for its lines, and has the file for itself meanwhile.
  let importing;
  await until('the file is in use', async () => {
    // One that opened the file just while it was being compacted has ended, and said so.
    if (!importing || importing.exitCode !== null) {
      importing = launch(canaryctl, ['db', 'import'], { cwd: path, stdio: ['pipe', 'pipe', 'pipe'] });
    }
    return (await db(path, 'compact')).stderr.includes('in use');
  });
  importing.kill('SIGTERM');
  await importing.ended;
  await until('the file is free again', async () => (await db(path, 'compact')).code === 0);
  assert.ok(!existsSync(join(path, 'canary.db-unfinished')));
  assert.equal((await db(path, 'verify')).code, 0);
});

test('a daemon compacts the file that it uses, and says how far it is', async (t) => {
  const path = folder(t, { 'config.js': tests });
  const daemon = await start(t, path);
  await ended_runs(daemon, 10);
  assert.deepEqual((await daemon.json('/api/v1/database')).compaction, { state: 'none' });
  const before = (await daemon.runs()).filter((each) => each.status !== 'running');
  for (let times = 1; times <= 3; times += 1) {
    const done = await db(path, 'compact', '--url', daemon.url, '--json');
    assert.equal(done.code, 0, done.stderr);
    const told = JSON.parse(done.stdout);
    assert.equal(told.state, 'done');
    assert.ok(told.bytes_after > 0 && told.bytes_after <= statSync(join(path, 'canary.db')).size);
    // It goes on writing, into a file that keeps others out, and that others can read.
    const { runs } = await daemon.json('/api/v1/database');
    await ended_runs(daemon, runs + 5);
    assert.match((await db(path, 'compact')).stderr, /in use by another canaryd/);
    assert.equal((await db(path, 'verify')).code, 0);
  }
  const after = new Map((await daemon.runs()).map((each) => [each.id, each]));
  for (const each of before) assert.deepEqual(after.get(each.id), each);
  assert.equal(daemon.messages('database: compacted').length, 3);

  const refused = await daemon.get('/api/v1/database/compact', { method: 'POST', headers: { Origin: 'http://other.example' } });
  assert.equal(refused.status, 403);
  assert.equal((await daemon.get('/api/v1/database/compact')).status, 405);
  const elsewhere = await db(path, 'compact', '--url', new URL('/nowhere', daemon.url).href);
  assert.equal(elsewhere.code, 3);
  assert.match(elsewhere.stderr, /answers 404/);
  await daemon.stop();
  assert.equal((await db(path, 'verify')).code, 0);
  const gone = await db(path, 'compact', '--url', daemon.url);
  assert.equal(gone.code, 3);
  assert.match(gone.stderr, /refused/);
});

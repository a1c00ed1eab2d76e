// An address or a database that cannot be had stops the daemon at its start: exit code 3, and a message that says which
// it is and what to do. What is in a file that is not canaryd's stays there, byte for byte.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createCipheriv, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';

import { canaryd, configuration, folder, parse_log, run, start, until } from './daemon.mjs';

const one_test = { 'config.js': configuration({ a: { source: "log.info('hello');" } }) };

// How canaryd ends that is started in `path` with `flags`: its exit code, and its last error.
async function refusal(path, flags = [], options = {}) {
  const { code, signal, stdout, stderr } = await run(canaryd, ['--listen.port=0', ...flags], { cwd: path, ...options });
  assert.equal(signal, null, `canaryd crashed: ${stdout}`);
  assert.equal(stderr, '');
  const errors = parse_log(stdout).filter((line) => line.level === 'error');
  assert.equal(errors.length, 1, stdout);
  return { code, says: errors[0].msg };
}

test('a port that is taken is named, with what to do', async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  t.after(() => server.close());
  await new Promise((ready) => server.on('listening', ready));
  const { port } = server.address();
  const { code, says } = await refusal(folder(t, one_test), [`--listen.port=${port}`]);
  assert.equal(code, 3);
  assert.ok(says.includes(`127.0.0.1:${port}`), says);
  assert.match(says, /in use/);
  assert.match(says, /--listen\.port|stop/);
});

for (const host of ['no-such-host.invalid', '192.0.2.1', '300.1.1.1']) {
  test(`${host}, where nothing can listen, is named`, async (t) => {
    const { code, says } = await refusal(folder(t, one_test), [`--listen.host=${host}`, '--web.insecure']);
    assert.equal(code, 3);
    assert.ok(says.includes(host), says);
    assert.match(says, /--listen\.host/);
  });
}

test('a database in a folder that is not there is named', async (t) => {
  const path = folder(t, one_test);
  const { code, says } = await refusal(path, ['--db.file=nowhere/canary.db']);
  assert.equal(code, 3);
  assert.match(says, /nowhere/);
  assert.match(says, /--db\.file|folder|directory/);
});

test('a folder where the database should be is named', async (t) => {
  const path = folder(t, { ...one_test, 'canary.db/keep.txt': 'mine' });
  const { code, says } = await refusal(path);
  assert.equal(code, 3);
  assert.match(says, /canary\.db/);
  assert.match(says, /folder|directory/);
  assert.equal(readFileSync(join(path, 'canary.db/keep.txt'), 'utf8'), 'mine');
});

const sqlite = Buffer.concat([Buffer.from('SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20', 'latin1'), Buffer.alloc(8168)]);
const foreign_files = {
  'a text': Buffer.from('Dear diary,\ntoday I kept a database.\n'),
  'a single byte': Buffer.from('x'),
  'an SQLite database': sqlite,
  'random bytes': randomBytes(40_000),
  'a page of zeros': Buffer.alloc(4096)
};
for (const [what, bytes] of Object.entries(foreign_files)) {
  test(`${what} in place of the database is refused and left as it is`, async (t) => {
    const path = folder(t, { ...one_test, 'canary.db': bytes });
    const { code, says } = await refusal(path);
    assert.equal(code, 3);
    assert.match(says, /canary\.db/);
    assert.match(says, /not a database of canaryd's/);
    assert.match(says, /choose another --db\.file, or move it away/);
    assert.ok(readFileSync(join(path, 'canary.db')).equals(bytes));
  });
}

// A database with some runs in it, of a daemon that has ended.
async function used_database(t) {
  const path = folder(t, { 'config.js': configuration({ a: { frequency: '10ms', source: "log.info('hello');" } }) });
  const daemon = await start(t, path);
  await until('some runs have ended', async () => (await daemon.status()).store.runs > 50);
  assert.equal((await daemon.stop()).code, 0);
  return path;
}

const damages = {
  'cut off in its first page': (file) => truncateSync(file, 1000),
  'cut off after its heads': (file) => truncateSync(file, 8192),
  'cut off in its middle': (file, bytes) => truncateSync(file, Math.floor(bytes.length / 2 / 4096) * 4096),
  'with other heads': (file, bytes) => writeFileSync(file, Buffer.concat([randomBytes(8192), bytes.subarray(8192)])),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => [`with other pages behind its heads (${seed})`, (file, bytes) =>
    writeFileSync(file, Buffer.concat([bytes.subarray(0, 8192), noise(bytes.length - 8192, seed)]))]))
};

// The same bytes for the same seed.
function noise(length, seed) {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(length));
}

for (const [how, damage] of Object.entries(damages)) {
  test(`a database ${how} is refused with its name and left as it is`, async (t) => {
    const path = await used_database(t);
    const file = join(path, 'canary.db');
    damage(file, readFileSync(file));
    const damaged = readFileSync(file);
    const { code, says } = await refusal(path);
    assert.equal(code, 3);
    assert.match(says, /canary\.db/);
    assert.match(says, /damaged|cut|not a database of canaryd's|belongs to another program/);
    assert.ok(readFileSync(file).equals(damaged));
  });
}

const places = {
  'a pipe': (path) => execFileSync('mkfifo', [join(path, 'canary.db')]),
  'a device': (path) => symlinkSync('/dev/full', join(path, 'canary.db')),
  'a link that leads nowhere': (path) => symlinkSync('nowhere/canary.db', join(path, 'canary.db'))
};
for (const [what, make] of Object.entries(places)) {
  test(`${what} in place of the database is named`, async (t) => {
    const path = folder(t, one_test);
    make(path);
    const { code, says } = await refusal(path);
    assert.equal(code, 3);
    assert.match(says, /canary\.db|\/dev\/full/); // of a link, what it stands for
    assert.match(says, /not a regular file; choose another --db\.file|no folder .*; make it, or choose another --db\.file/);
  });
}

test('a link to a database, and an empty file, are as good as a database', async (t) => {
  const path = folder(t, { ...one_test, 'elsewhere/of.db': '' });
  symlinkSync('elsewhere/of.db', join(path, 'canary.db'));
  const daemon = await start(t, path);
  await daemon.outcome('a');
  assert.equal((await daemon.stop()).code, 0);
  assert.ok(statSync(join(path, 'elsewhere/of.db')).size > 8192);
});

test('a database of a newer canaryd is left to that', async (t) => {
  const path = await used_database(t);
  const file = join(path, 'canary.db');
  const bytes = readFileSync(file);
  const key = Buffer.from('schema\0\0\0');
  for (let at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) bytes[at + key.length] = 200;
  writeFileSync(file, bytes);
  const { code, says } = await refusal(path);
  assert.equal(code, 3);
  assert.match(says, /was made by a newer canaryd: its version is 200/);
  assert.ok(readFileSync(file).equals(bytes));
});

test('a database with bytes changed at random is refused, or works, and never crashes the daemon', async (t) => {
  const path = await used_database(t);
  const file = join(path, 'canary.db');
  const whole = readFileSync(file);
  let refused = 0;
  for (let seed = 0; seed < 24; ++seed) {
    const random = noise(4 * 64, seed);
    const bytes = Buffer.from(whole);
    // Half of the seeds hit anything, half the heads of pages.
    for (let i = 0; i < 32; ++i) {
      const at = random.readUInt32LE(8 * i);
      const place = seed % 2 === 0 ? at % bytes.length : Math.floor(at % bytes.length / 4096) * 4096 + (at >>> 24) % 32;
      bytes[place] ^= random[8 * i + 4] | 1;
    }
    writeFileSync(file, bytes);
    const daemon = await start(t, path).catch((problem) => problem);
    if (daemon instanceof Error) {
      assert.match(daemon.message, /canary\.db (is damaged|is not a database|was written by another|belongs to another|is cut off)/, `seed ${seed}`);
      ++refused;
      continue;
    }
    await daemon.get('/api/v1/runs?limit=1000');
    const { code, signal } = await daemon.stop();
    assert.equal(signal, null, `seed ${seed}`);
    assert.equal(code, 0, `seed ${seed}`);
  }
  assert.ok(refused >= 12, `${refused} of 24 refused`);
});

test('a second daemon on the same database is told of the first, which goes on', async (t) => {
  const path = folder(t, one_test);
  const first = await start(t, path);
  const { code, says } = await refusal(path);
  assert.equal(code, 3);
  assert.match(says, /canary\.db/);
  assert.match(says, /another|in use|second/);
  assert.match(says, /--db\.file|stop/);
  const { last } = await first.test('a');
  assert.equal((await first.trigger('a')).status, 202);
  await until('the first daemon runs on', async () => (await first.test('a')).last.id !== last?.id);
  assert.equal((await first.stop()).code, 0);
});

test('a database in a folder that may not be written is named', async (t) => {
  const path = folder(t, one_test);
  chmodSync(path, 0o755);
  mkdirSync(join(path, 'closed'));
  chmodSync(join(path, 'closed'), 0o555);
  const drop = process.getuid() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : ['env'];
  const [program, ...args] = [...drop, canaryd, '--listen.port=0', '--db.file=closed/canary.db'];
  const { code, stdout } = await run(program, args, { cwd: path });
  assert.equal(code, 3, stdout);
  const { msg } = parse_log(stdout).at(-1);
  assert.match(msg, /closed/);
  assert.match(msg, /[Pp]ermission|written/);
});

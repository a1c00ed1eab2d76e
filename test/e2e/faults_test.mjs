// What happens to the database while the daemon runs: its disk is full, read-only or broken, its file full, cut off, or the
// clock is set. Canaries run on, what was acknowledged stays, and what can heal heals by itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

import { canaryd, configuration, folder, missing, parse_log, root, run, start, until, write } from './daemon.mjs';
import { Ledger, reporting_canary, Witness } from './ledger.mjs';

const bound = { timeout: 60_000 };
const errno = { EIO: 5, EROFS: 30 };
const failing_disk = resolve(process.env.FAILING_DISK ?? join(root, 'build/release/test/e2e/libfailing_disk.so'));

// A folder, canaries that report to a witness, and a ledger of what the daemon tells of them.
async function scene(t, { limited = false, also = '' } = {}) {
  const witness = new Witness();
  const url = await witness.listen();
  t.after(() => witness.close());
  const canaries = (paused) => {
    const all = {};
    const source = reporting_canary(url) + also;
    for (let i = 0; i < 20; ++i) all[`test ${i}`] = { source, frequency: '50ms', timeout: '5s', paused };
    return configuration(all);
  };
  const path = folder(t, { 'config.js': canaries(false) });
  const ledger = new Ledger(witness, limited);
  return {
    path,
    witness,
    ledger,
    async note(daemon) {
      for (const run of (await daemon.json('/api/v1/runs?limit=1000')).runs) ledger.tell(run.id, run.status);
    },
    async runs_go_on(count) {
      const enough = witness.seen.size + count;
      await until('canaries go on', () => witness.seen.size > enough);
    },
    // Has nothing run any more, and compares all that is stored with the ledger.
    async settle(daemon) {
      write(path, { 'config.js': canaries(true) });
      daemon.signal('SIGHUP');
      await until('nothing is due', () => daemon.messages('configuration reloaded').length > 0);
      await until('nothing runs', async () => {
        const { runs, store } = await daemon.status();
        return runs.running === 0 && store.queue_length === 0;
      });
      const listed = await daemon.runs();
      ledger.read_log(daemon.child.said.stdout);
      ledger.check(listed, Infinity);
      const { outcomes } = ledger.check_all(listed);
      assert.ok(outcomes > (limited ? 0 : 100), `only ${outcomes} outcomes were told`);
      assert.equal((await daemon.stop()).code, 0);
    }
  };
}

const trouble = (daemon) => daemon.messages('database: cannot write; runs go on, their outcomes wait');

// The way to a file system of one's own, if there is one.
function own_mounts(t) {
  const place = folder(t);
  for (const how of [['unshare', '-m'], ['unshare', '-Urm']]) {
    const [program, ...args] = [...how, 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'none', place];
    if (spawnSync(program, args).status === 0) return how;
  }
  return undefined;
}

function fill(file) {
  const open = openSync(file, 'w');
  for (let size = 65536; size >= 512;) {
    try {
      writeSync(open, Buffer.alloc(size, 1));
    } catch (problem) {
      assert.equal(problem.code, 'ENOSPC');
      size /= 2;
    }
  }
  closeSync(open);
}

const mount_small = 'mkdir -p disk && mount -t tmpfs -o size=6m,mode=0777 none disk && ';
const on_small_disk = (mounts, then = '') => [...mounts, 'sh', '-c', `${mount_small} ${then} exec "$@"`, 'sh'];

// Each: how a daemon is started whose disk may fail, how it fails, and how it is mended.
const disks = {
  'a full disk': (t) => {
    const mounts = own_mounts(t);
    const ballast = (daemon, path) => `/proc/${daemon.child.pid}/root${path}/disk/ballast`;
    return mounts ? {
      start: { before: on_small_disk(mounts), flags: ['--db.file=disk/canary.db'] },
      fail: (daemon, path) => fill(ballast(daemon, path)),
      mend: (daemon, path) => rmSync(ballast(daemon, path)),
      why: /No space left/
    } : 'no file system can be mounted here';
  },
  'a limit on the size of files': () => missing('prlimit') || {
    start: { before: ['prlimit', '--fsize=1500000:unlimited'] },
    fail: () => {},
    mend: ({ child }) => assert.equal(spawnSync('prlimit', ['--pid', child.pid, '--fsize=unlimited:unlimited']).status, 0),
    why: /File too large/
  },
  'a disk that turns read-only': () => !existsSync(failing_disk) ? `${failing_disk} is not built` : {
    start: { env: { LD_PRELOAD: failing_disk, FAILING_DISK_ORDER: 'order' } },
    fail: (_, path) => writeFileSync(join(path, 'order'), `${errno.EROFS} all`),
    mend: (_, path) => rmSync(join(path, 'order')),
    why: /Read-only file system/
  }
};

for (const [name, make] of Object.entries(disks)) {
  test(`${name} holds outcomes up, loses none, and heals`, bound, async (t) => {
    const disk = make(t);
    if (typeof disk === 'string') return t.skip(disk);
    const { path, note, runs_go_on, settle } = await scene(t);
    const daemon = await start(t, path, disk.start);
    await runs_go_on(200);
    await note(daemon);
    disk.fail(daemon, path);
    await until('a write fails', () => trouble(daemon).length > 0);
    assert.match(trouble(daemon)[0].cause, disk.why);
    await runs_go_on(400);
    await note(daemon);
    assert.ok((await daemon.status()).store.queue_length > 0);
    assert.ok((await daemon.metrics()).get('canary_store_queue_length') > 0);
    const { length } = daemon.messages('run finished');
    disk.mend(daemon, path);
    await until('what waited is told', () => daemon.messages('run finished').length > length + 200);
    await note(daemon);
    assert.equal(trouble(daemon).length, 1);
    assert.equal((await daemon.status()).store.dropped, 0);
    assert.equal((await daemon.metrics()).get('canary_store_dropped_total'), 0);
    await settle(daemon);
  });
}

for (const [what, prepare] of [['new', ''], ['known', 'cp canary.db disk/ && ']]) {
  test(`a disk that is full at the start is told, with a ${what} file`, bound, async (t) => {
    const mounts = own_mounts(t);
    if (!mounts) return t.skip('no file system can be mounted here');
    const path = folder(t, { 'config.js': configuration({ a: { source: '' } }) });
    await (await start(t, path)).stop();
    const [program, ...args] = [...on_small_disk(mounts, `${prepare} dd if=/dev/zero of=disk/ballast 2>/dev/null;`), canaryd,
      '--listen.port=0', '--db.file=disk/canary.db'];
    const { code, signal, stdout } = await run(program, args, { cwd: path });
    assert.equal(signal, null);
    assert.equal(code, 3, stdout);
    assert.match(parse_log(stdout).at(-1).msg, /make room on its disk/);
  });
}

test('a disk that breaks in the last write of a commit ends the daemon, and the next one has all', bound, async (t) => {
  if (!existsSync(failing_disk)) return t.skip(`${failing_disk} is not built`);
  const { path, ledger, note, runs_go_on, settle } = await scene(t);
  const daemon = await start(t, path, { env: { LD_PRELOAD: failing_disk, FAILING_DISK_ORDER: 'order' } });
  await runs_go_on(200);
  await note(daemon);
  writeFileSync(join(path, 'order'), `${errno.EIO} header`);
  const { code, signal, stdout } = await daemon.ended;
  rmSync(join(path, 'order'));
  assert.equal(signal, null);
  assert.equal(code, 1);
  assert.match(parse_log(stdout).at(-1).msg, /the database has to be opened anew/);
  ledger.read_log(stdout);
  const next = await start(t, path);
  await runs_go_on(100);
  await note(next);
  await settle(next);
});

test('a file that comes to its largest size gives the oldest runs up, and takes new ones', bound, async (t) => {
  const { path, note, runs_go_on, settle } = await scene(t, { limited: true, also: "log.info(std.do.rand_string(10000));" });
  const daemon = await start(t, path, { flags: ['--db.max-size=16MiB'] });
  const removed = async () => (await daemon.metrics()).get('canary_store_removed_total{reason="size"}');
  await until('runs are removed', async () => (await removed()) > 500, 30_000);
  await runs_go_on(200);
  await note(daemon);
  assert.equal(trouble(daemon).length, 0);
  await settle(daemon);
});

test('a file that is cut off while it is in use ends the daemon with a sentence', bound, async (t) => {
  const { path, note, runs_go_on } = await scene(t);
  const daemon = await start(t, path);
  await runs_go_on(300);
  await note(daemon);
  truncateSync(join(path, 'canary.db'), 8192);
  const { code, signal, stderr } = await daemon.ended;
  assert.equal(signal, null);
  assert.equal(code, 3);
  assert.match(stderr, /^canaryd: the database file \(--db\.file\) was cut off while it was in use.*\n$/);
  const next = await run(canaryd, ['--listen.port=0'], { cwd: path });
  assert.equal(next.code, 3);
  assert.match(parse_log(next.stdout).at(-1).msg, /is cut off|is damaged/);
});

const faketime = readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/faketime/libfaketimeMT.so.1`).find(existsSync);
const own_date = { LD_PRELOAD: faketime, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
for (const [name, step] of [['back an hour', -3600], ['forward a day', 86400]]) {
  test(`a clock set ${name} moves no run, and loses none`, bound, async (t) => {
    if (!faketime) return t.skip('no faketime here');
    const { path, note, runs_go_on, settle } = await scene(t);
    write(path, { time: '+0' });
    const env = { ...own_date, FAKETIME_TIMESTAMP_FILE: join(path, 'time'), FAKETIME_NO_CACHE: '1' };
    const daemon = await start(t, path, { env });
    await runs_go_on(200);
    await note(daemon);
    write(path, { time: `${step < 0 ? '' : '+'}${step}` });
    const stepped = Date.now();
    await runs_go_on(400);
    // 20 tests each 50 ms: the schedule goes by a clock that nobody sets.
    assert.ok(Date.now() - stepped < 10_000);
    await until('a run tells the new date', async () => {
      await note(daemon);
      const [newest] = (await daemon.json('/api/v1/runs?limit=1')).runs;
      return Math.abs(Date.parse(newest.start_at) - Date.now() - step * 1000) < 60_000;
    });
    const ids = (await daemon.runs()).map((run) => run.id);
    assert.deepEqual(ids, [...ids].sort().reverse());
    write(path, { time: '+0' });
    await runs_go_on(100);
    await note(daemon);
    await settle(daemon);
  });
}

test('a clock that is a year ahead at the start removes nothing', bound, async (t) => {
  if (!faketime) return t.skip('no faketime here');
  const { path, ledger, note, runs_go_on, settle } = await scene(t);
  const first = await start(t, path);
  await runs_go_on(200);
  await note(first);
  ledger.read_log((await first.stop()).stdout);
  const second = await start(t, path, { env: { ...own_date, FAKETIME: '+365d' } });
  assert.match(second.messages('canaryd is ready')[0].time, new RegExp(`^${new Date().getUTCFullYear() + 1}-`));
  assert.equal(second.log.filter(({ msg }) => /^database: the clock is ahead/.test(msg)).length, 1);
  await runs_go_on(200);
  await note(second);
  assert.equal((await second.metrics()).get('canary_store_removed_total{reason="age"}'), 0);
  ledger.read_log((await second.stop()).stdout);
  // By now the newest runs tell the wrong date, too.
  const third = await start(t, path, { env: { ...own_date, FAKETIME: '+365d' } });
  assert.equal(third.log.filter(({ msg }) => /^database: the clock is ahead/.test(msg)).length, 1);
  await runs_go_on(200);
  await note(third);
  assert.equal((await third.metrics()).get('canary_store_removed_total{reason="age"}'), 0);
  await settle(third);
});

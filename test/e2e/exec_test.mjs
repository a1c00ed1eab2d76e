// exec.run in the built programs: the switch, the end of runs and of the daemon, and what is left afterwards.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { canaryctl, configuration, folder, run, start, until, write } from './daemon.mjs';

// The processes whose command line holds a text.
function processes(text) {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(text);
    } catch {
      return false;
    }
  });
}

// All that descends from a process, as { pid, name, state }.
function descendants(ancestor) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const [, name, state, parent] = /\((.*)\) (\S) (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      return [{ pid: Number(pid), name, state, parent: Number(parent) }];
    } catch {
      return [];
    }
  });
  const family = [ancestor];
  for (const parent of family) family.push(...all.filter((each) => each.parent === parent).map(({ pid }) => pid));
  return all.filter(({ pid }) => pid !== ancestor && family.includes(pid));
}

const descriptors = (pid) => readdirSync(`/proc/${pid}/fd`).length;
let marks = 0;
const mark = () => `canary-e2e-mark-${process.pid}-${++marks}`;
const allowed = ['--allow.exec'];

test('without --allow.exec no program is run, and the message says so', async (t) => {
  const path = folder(t, { 'a.js': "exec.run('touch', ['made']);" });
  const { code, stdout } = await run(canaryctl, ['run', 'a.js'], { cwd: path });
  assert.equal(code, 1);
  assert.match(stdout, /exec\.run is off: scripts may run programs where canaryd, or canaryctl run, has --allow\.exec/);
  write(path, { 'config.js': configuration({ a: { source: "exec.run('touch', ['made']);" } }) });
  const daemon = await start(t, path);
  const outcome = await daemon.outcome('a');
  assert.deepEqual([outcome.status, outcome.class], ['failed', 'exec']);
  assert.match(outcome.fail_cause, /^exec\.run is off/);
  assert.deepEqual(descendants(daemon.child.pid), []);
  assert.ok(!readdirSync(path).includes('made'));
});

test('canaryctl run --allow.exec runs programs in the work directory, and shows what fails', async (t) => {
  const path = folder(t, {
    'a.js': "log.info(exec.run('cat', ['data']).stdout); log.info(exec.run('env').stdout);",
    'b.js': "exec.run('no-such-program');",
    'work/data': 'from work'
  });
  const good = await run(canaryctl, ['run', '--allow.exec', '--work.dir', 'work', 'a.js'], { cwd: path, env: { SECRET: 'feathers' } });
  assert.equal(good.code, 0, good.stdout);
  assert.match(good.stdout, /from work/);
  assert.match(good.stdout, /PATH=\/usr\/local\/sbin:/);
  assert.doesNotMatch(good.stdout, /feathers/);
  const bad = await run(canaryctl, ['run', '--allow.exec', 'b.js'], { cwd: path });
  assert.equal(bad.code, 1);
  assert.match(bad.stdout, /exec\.run 'no-such-program': there is no program 'no-such-program' in \/usr\/local\/sbin/);
  const refused = await run(canaryctl, ['run', '--allow.exec=1', 'b.js'], { cwd: path });
  assert.equal(refused.code, 2);
});

for (const [name, env, flags] of [['the flag', {}, allowed], ['its variable', { CANARYD_ALLOW_EXEC: '1' }, []]]) {
  test(`${name} lets the daemon's scripts run programs`, async (t) => {
    const source = "log.info(exec.run('echo', ['hello']).stdout.trim());";
    const daemon = await start(t, folder(t, { 'config.js': configuration({ a: { source } }) }), { env, flags });
    const { status, logs, fail_cause } = await daemon.outcome('a');
    assert.equal(status, 'passed', fail_cause);
    assert.equal(logs[0].message, 'hello');
  });
}

test('the page and the schedule go on while programs run', async (t) => {
  const tests = {
    waits: { source: "exec.run('sleep', ['600']);", timeout: '1h' },
    talks: { source: "exec.run('yes', [], { max_output: 1073741824, timeout: '1h' });", timeout: '1h', memory_limit: '64MiB' },
    ticks: { source: "log.info('tick');", frequency: '20ms', timeout: '1s' }
  };
  const daemon = await start(t, folder(t, { 'config.js': configuration(tests) }), { flags: allowed });
  await until('the schedule moves', () => daemon.messages('run finished').length > 20);
  assert.equal((await daemon.get('/healthz')).status, 200);
});

test('at a run’s deadline, and when it is replaced, its program ends with all that it started', async (t) => {
  const [late, replaced] = [mark(), mark()];
  const started = (text) => `exec.run('python3', ['-c', ${JSON.stringify(`import os, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
if os.fork() == 0: os.setsid()
time.sleep(600)`)}, '${text}']);`;
  const tests = {
    late: { source: started(late), timeout: '500ms' },
    replaced: { source: started(replaced), frequency: '1500ms', timeout: '1h', concurrency: 'replace' }
  };
  const daemon = await start(t, folder(t, { 'config.js': configuration(tests) }), { flags: allowed });
  const outcome = await daemon.outcome('late');
  assert.deepEqual([outcome.status, outcome.class], ['failed', 'timeout']);
  await until('the late one is gone', () => processes(late).length === 0);
  const first = await until('one is replaced', async () => (await daemon.test('replaced')).last);
  assert.equal(first.status, 'interrupted');
  // The grace is a second, the interval more: there are never the processes of more than two runs.
  await until('it was replaced again', () => daemon.messages('run finished').filter((line) => line.test === 'replaced').length > 2);
  assert.ok(processes(replaced).length <= 4, `${processes(replaced).length} processes`);
});

for (const [name, end] of [
  ['drained', async (daemon) => assert.equal((await daemon.stop()).code, 0)],
  ['killed', async (daemon) => assert.equal((await daemon.stop('SIGKILL')).signal, 'SIGKILL')]
]) {
  test(`nothing of its programs outlives a daemon that is ${name}`, async (t) => {
    const text = mark();
    const source = `exec.run('python3', ['-c', ${JSON.stringify(`import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
if os.fork() == 0:
  os.setsid()
  if os.fork() == 0: time.sleep(600)
  os._exit(0)
time.sleep(600)`)}, '${text}']);`;
    const daemon = await start(t, folder(t, { 'config.js': configuration({ a: { source, timeout: '1h' } }) }),
      { flags: [...allowed, '--drain.timeout=200ms'] });
    await until('the program and its daemon run', () => processes(text).length >= 2);
    const family = descendants(daemon.child.pid).map(({ pid }) => pid);
    assert.ok(family.length >= 4, 'the starter, the guard, and the two');
    await end(daemon);
    await until('all are gone', () => processes(text).length === 0);
    await until('the starter and the guards, too', () => family.every((pid) => !readdirSync('/proc').includes(String(pid))));
  });
}

test('after a thousand runs the daemon has as many descriptors as before, and no zombie', async (t) => {
  const tests = Object.fromEntries(['true', 'false', 'no-such-program', 'yes'].map((program) =>
    [program, { source: `exec.run('${program}', [], { max_output: 100000 });`, frequency: '10ms', timeout: '5s' }]));
  const path = folder(t, { 'config.js': configuration(tests) });
  const daemon = await start(t, path, { flags: allowed });
  const ended = () => daemon.messages('run finished').length;
  await until('some have run', () => ended() > 40);
  await until('a thousand have run', () => ended() > 1000, 120_000);
  // As many as a daemon that has just begun: what runs now is drained by a configuration without tests.
  write(path, { 'config.js': '' });
  daemon.signal('SIGHUP');
  await until('it was reloaded', () => daemon.messages('configuration reloaded').length);
  await until('nothing runs', () => descendants(daemon.child.pid).length === 1);
  const [starter] = descendants(daemon.child.pid);
  assert.deepEqual([starter.name, starter.state === 'Z'], ['canary-starter', false]);
  const fresh = await start(t, folder(t, { 'config.js': '' }), { flags: allowed });
  await until('its descriptors are as few', () => descriptors(daemon.child.pid) <= descriptors(fresh.child.pid) + 1);
});

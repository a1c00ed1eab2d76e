// The log: JSON, one line an event, whatever scripts say, and whoever reads it, or does not.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { canaryd, configuration, folder, run, start, until } from './daemon.mjs';

const levels = new Set(['debug', 'info', 'warn', 'error']);

test('each line is an object with time, level and msg, and a line of a run has its test and id', async (t) => {
  const hostile = `log.info('two\\nlines \\u2028 \\u0000 \\u001b[31m " \\\\ \\ud800 end');
    log.kv({ test: 'forged', id: 'forged', msg: 'forged', time: 'forged', level: 'forged' }).warn('fields');
    log.kv('__proto__', 1).error('proto'); log.debug('not shown'); console.log('%d', 3);
    log.fail('the\\nend');`;
  const path = folder(t, { 'config.js': configuration({
    'a "quoted" näme/☃': { source: hostile }, ticks: { source: "log.info('tick');", frequency: '20ms', timeout: '1s' } }) });
  const daemon = await start(t, path);
  const { id } = await daemon.outcome('a "quoted" näme/☃');
  daemon.signal('SIGHUP');
  await until('it has reloaded', () => daemon.messages('configuration reloaded').length);
  const { stderr } = await daemon.stop();
  assert.equal(stderr, '');
  for (const line of daemon.log) {
    assert.equal(typeof line, 'object', line);
    assert.ok(levels.has(line.level) && typeof line.msg === 'string', JSON.stringify(line));
    assert.match(line.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/);
    if (['run started', 'run finished', 'tick', 'fields', 'proto', '3'].includes(line.msg)) {
      assert.equal(typeof line.test, 'string', JSON.stringify(line));
      assert.match(line.id, /^[0-9a-f-]{36}$/, JSON.stringify(line));
    }
  }
  const own = daemon.log.filter((line) => line.id === id);
  assert.ok(own.every((line) => line.test === 'a "quoted" näme/☃'));
  // The start is told once it is stored, which the script does not wait for.
  assert.equal(own.filter((line) => line.msg === 'run started').length, 1);
  assert.deepEqual(own.filter((line) => line.msg !== 'run started').map((line) => [line.level, line.msg.slice(0, 9)]), [
    ['info', 'two\nlines'], ['warn', 'fields'], ['error', 'proto'], ['info', '3'], ['error', 'the\nend'], ['warn', 'run finis']]);
  const finished = own.find((line) => line.msg === 'run finished');
  assert.deepEqual([finished.status, finished.class, finished.fail_cause], ['failed', 'assert', 'the\nend']);
});

test('--log.level=error leaves out what runs say, and --log.format=text writes for people', async (t) => {
  const path = folder(t, { 'config.js': configuration({ a: { source: "log.info('told'); log.error('shown');", frequency: '50ms' } }) });
  const flags = ['--listen.port=0', '--log.level=error', '--log.format=text', '--drain.timeout=1s'];
  const { code, stdout, stderr } = await run('timeout', ['--signal=TERM', '1', canaryd, ...flags], { cwd: path });
  assert.deepEqual([code, stderr], [124, '']);
  assert.match(stdout, /shown/);
  assert.doesNotMatch(stdout, /told|ready|run finished|^\{/m);
});

test('a reader that stalls does not stall the runs, and is told what it has missed', async (t) => {
  const path = folder(t, { 'config.js': configuration({
    talker: { source: "for (var i = 0; i < 20; ++i) log.info(new Array(1001).join('x'));", frequency: '20ms', timeout: '1s' } }) });
  const daemon = await start(t, path);
  daemon.child.stdout.pause();
  // 400 runs of 20 KB are far more than pipes and the daemon's own buffer hold.
  const finished = async () => (await daemon.metrics()).get('test_finished_count{test_name="talker",result="pass"}') ?? 0;
  const before = await finished();
  await until('runs go on', async () => (await finished()) > before + 400, 40_000);
  daemon.child.stdout.resume();
  await until('it is told', () => daemon.messages('log lines were lost')[0]?.lines > 0);
  assert.equal((await daemon.stop()).code, 0);
  assert.ok(daemon.log.every((line) => typeof line === 'object'), 'a line was torn');
});

test('a reader that goes away does not end the daemon', async (t) => {
  const path = folder(t, { 'config.js': configuration({ ticks: { source: "log.info('tick');", frequency: '20ms', timeout: '1s' } }) });
  const daemon = await start(t, path);
  daemon.child.stdout.destroy();
  const finished = async () => (await daemon.metrics()).get('test_finished_count{test_name="ticks",result="pass"}') ?? 0;
  const before = await finished();
  await until('runs go on', async () => (await finished()) > before + 20);
  assert.equal((await daemon.stop()).code, 0);
});

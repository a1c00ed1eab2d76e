// kill -9 twenty times under load. What the daemon had told anybody of a run, by its API or by its log, is the ledger;
// after each restart the store must agree with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { configuration, folder, launch, parse_log, root, start, until, write } from './daemon.mjs';

const kills = Number(process.env.KILLS ?? 20);
const tests = 200;
const ended = new Set(['passed', 'failed', 'interrupted']);

function load(target, paused) {
  const source = `log.kv('n', 1).info('one'); var r = http.do('GET', '${target}/json'); log.info('got ' + r.code);
    if (r.timings.duration > 30) throw new Error('slow');`;
  const all = {};
  for (let i = 0; i < tests; ++i) all[`test ${i}`] = { source, frequency: '100ms', timeout: '5s', paused };
  return configuration(all);
}

// What is known of runs from outside: ids, with the outcome where one was told.
class Ledger {
  constructor() {
    this.outcomes = new Map();
    this.finished_lines = new Map();
  }

  note(id, status) {
    const known = this.outcomes.get(id);
    if (ended.has(known)) assert.ok(status === known || status === 'running', `${id} was ${known} and is ${status}`);
    else this.outcomes.set(id, status);
  }

  read_log(text) {
    for (const line of parse_log(text.slice(0, text.lastIndexOf('\n') + 1))) {
      if (line.msg === 'run started') this.note(line.id, 'running');
      if (line.msg !== 'run finished') continue;
      this.note(line.id, line.status);
      this.finished_lines.set(line.id, (this.finished_lines.get(line.id) ?? 0) + 1);
    }
  }

  // `listed` is the whole of /api/v1/runs after a restart at `since`.
  check(listed, since) {
    const found = new Map();
    for (const run of listed) {
      assert.ok(!found.has(run.id), `${run.id} is listed twice`);
      found.set(run.id, run.status);
      if (run.status === 'running') assert.ok(Date.parse(run.start_at) >= since, `${run.id} runs since before the restart`);
      else assert.ok(run.end_at !== null && ended.has(run.status), `${run.id} is ${run.status} without an end`);
    }
    let interrupted = 0;
    for (const [id, status] of this.outcomes) {
      const now = found.get(id);
      assert.ok(ended.has(now), `${id} was ${status} before the kill and is ${now} after it`);
      if (ended.has(status)) assert.equal(now, status, `${id} has another outcome than before the kill`);
      else if (now === 'interrupted') ++interrupted;
      this.outcomes.set(id, now);
    }
    return interrupted;
  }
}

const sum = (samples, family) =>
  [...samples].reduce((total, [name, value]) => (name.startsWith(`${family}{`) ? total + value : total), 0);

test(`no run is lost or told twice over ${kills} kills under load`, { timeout: 500_000 }, async (t) => {
  const echo = launch(process.execPath, [`${root}/test/e2e/echo.mjs`]);
  t.after(() => echo.kill());
  const target = await until('the server listens', () => /http:\S+/.exec(echo.said.stdout)?.[0]);
  const path = folder(t, { 'config.js': load(target, false) });
  const ledger = new Ledger();
  let interrupted = 0;
  let daemon = await start(t, path);
  for (let kill = 0; kill < kills; ++kill) {
    const enough = ledger.outcomes.size + 100 + Math.floor(Math.random() * 2500);
    const seen = new Set();
    await until('the daemon has run something', async () => {
      for (const run of (await daemon.json('/api/v1/runs?limit=1000')).runs) {
        ledger.note(run.id, run.status);
        seen.add(run.id);
      }
      return ledger.outcomes.size > enough;
    }, 60_000);
    daemon.signal('SIGKILL');
    ledger.read_log((await daemon.ended).stdout);
    daemon = await start(t, path);
    const since = Date.parse((await daemon.status()).started_at);
    interrupted += ledger.check(await daemon.runs(), since);
    assert.ok(daemon.messages('canaryd is ready')[0].interrupted <= tests);
  }
  for (const [id, lines] of ledger.finished_lines) assert.equal(lines, 1, `the log tells ${lines} ends of ${id}`);
  assert.ok(interrupted > 0, 'no kill hit a run');

  // A quiet moment, without a restart: nothing more is due, and what ran has ended.
  await until('runs have ended', async () => sum(await daemon.metrics(), 'test_finished_count') > tests);
  write(path, { 'config.js': load(target, true) });
  daemon.signal('SIGHUP');
  await until('the configuration is reloaded', () => daemon.messages('configuration reloaded').length > 0);
  const status = await until('nothing runs', async () => {
    const now = await daemon.status();
    return now.runs.running === 0 && now.runs.queued === 0 && now.store.queue_length === 0 && now;
  });
  const samples = await daemon.metrics();
  const listed = await daemon.runs();
  const own = listed.filter((run) => Date.parse(run.start_at) >= Date.parse(status.started_at));
  assert.equal(sum(samples, 'test_running_total'), 0);
  assert.equal(sum(samples, 'test_started_count'), sum(samples, 'test_finished_count'));
  assert.equal(sum(samples, 'test_started_count'), own.length);
  assert.equal(status.store.runs, listed.length);
  assert.ok(listed.every((run) => ended.has(run.status)));
  assert.equal(status.store.dropped, 0);
  const lines = daemon.log;
  assert.equal(lines.filter((line) => line.msg === 'run started').length, own.length);
  assert.equal(lines.filter((line) => line.msg === 'run finished').length, own.length);
  t.diagnostic(`${kills} kills, ${ledger.outcomes.size} runs in the ledger, ${interrupted} of them interrupted; ` +
    `${listed.length} runs stored, ${own.length} by the last daemon`);
});

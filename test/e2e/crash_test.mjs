// kill -9 a hundred times, at random: under load, while the file is being opened and put in order, and while the daemon
// ends. After each kill the store must agree with a ledger that others have kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { canaryd, configuration, folder, launch, start, until, write } from './daemon.mjs';
import { Ledger, reporting_canary, Witness } from './ledger.mjs';

const kills = Number(process.env.KILLS ?? 100);
const kept = 1000;
const tests = 100;
const pause = (ms) => new Promise((over) => setTimeout(over, ms));

function load(url, paused) {
  const all = {};
  for (let i = 0; i < tests; ++i) all[`test ${i}`] = { source: reporting_canary(url), frequency: '100ms', timeout: '5s', paused };
  return configuration(all);
}

// Three ways to be killed, by the number of the kill: most are under load.
const moment = (kill) => (kill % 10 < 3 ? 'opening' : kill % 10 === 9 ? 'ending' : 'load');

async function killed_while_opening(path, flags, ledger, ready_after) {
  const child = launch(canaryd, ['--listen.port=0', ...flags], { cwd: path });
  await pause(Math.random() * ready_after);
  child.kill('SIGKILL');
  ledger.read_log((await child.ended).stdout);
}

async function killed_under_load(daemon, ledger, ending) {
  const moment = Date.now() + 30 + Math.random() * 500;
  let metrics = true;
  while (Date.now() < moment) {
    for (const run of (await daemon.json('/api/v1/runs?limit=300')).runs) ledger.tell(run.id, run.status);
    if (metrics && Date.now() > moment - 100) {
      metrics = false;
      ledger.read_metrics(await daemon.metrics());
    }
    await pause(Math.random() * 20);
  }
  if (ending) {
    daemon.signal('SIGTERM');
    await pause(Math.random() * 60);
  }
  daemon.signal('SIGKILL');
  ledger.read_log((await daemon.ended).stdout);
}

const rules = [
  { what: 'no run is lost or told twice', flags: [], times: kills },
  {
    what: 'no run is lost that is to be kept, and what is removed is the oldest,',
    flags: [`--db.retention.runs=${kept}`],
    times: Math.ceil(kills / 5)
  }
];
for (const { what, flags, times } of rules) test(`${what} over ${times} kills`, { timeout: 60_000 + times * 4_000 }, async (t) => {
  const witness = new Witness();
  const url = await witness.listen();
  t.after(() => witness.close());
  const path = folder(t, { 'config.js': load(url, false) });
  const ledger = new Ledger(witness, flags.length > 0);
  let ready_after = 100;
  let life_began = Date.now();
  for (let kill = 0; kill < times; ++kill) {
    if (moment(kill) === 'opening') {
      await killed_while_opening(path, flags, ledger, ready_after * 1.2);
      continue;
    }
    const launched = Date.now();
    const daemon = await start(t, path, { flags });
    ready_after = Date.now() - launched;
    const { started_at } = await daemon.status();
    const since = new Date(life_began - 1000).toISOString();
    ledger.check(await daemon.runs(`&since=${since}`), Date.parse(started_at));
    assert.ok(daemon.messages('canaryd is ready')[0].interrupted <= tests);
    life_began = launched;
    await killed_under_load(daemon, ledger, moment(kill) === 'ending');
  }

  write(path, { 'config.js': load(url, true) });
  const last = await start(t, path, { flags });
  const { store } = await until('nothing waits', async () => {
    const now = await last.status();
    return now.runs.running === 0 && now.store.queue_length === 0 && (flags.length === 0 || now.store.runs <= kept) && now;
  });
  const listed = await last.runs();
  ledger.check(listed, Infinity);
  const { outcomes, interrupted, unknown } = ledger.check_all(listed);
  assert.equal(store.runs, listed.length);
  assert.equal(store.dropped, 0);
  assert.ok(outcomes > (flags.length > 0 ? 0 : times * 10), `only ${outcomes} outcomes were told`);
  assert.ok(interrupted > 0, 'no kill hit a run');
  t.diagnostic(`${times} kills: ${outcomes} outcomes and ${interrupted} unfinished runs were told, and all are there; ` +
    `${unknown} runs that nobody had been told of are not. ${listed.length} runs stored`);
});

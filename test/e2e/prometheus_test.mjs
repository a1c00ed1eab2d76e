// A real Prometheus, with the configuration and the alerts that come with canaryd.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { configuration, folder, free_port, launch, missing, root, run, start, until, write } from './daemon.mjs';

const read = (name) => readFileSync(join(root, 'config', name), 'utf8');
const tests = {
  'always fails': { source: "log.fail('as ever');", frequency: '500ms' },
  'always passes': { source: "log.info('as ever');", frequency: '500ms' },
  'says "hi" \\ twice': { source: "http.do('GET', 'http://127.0.0.1:1/');", frequency: '1s' },
  'is skipped': { source: "std.time.sleep('300ms');", frequency: '100ms' }
};

// Prometheus beside `daemon`, quicker than config/prometheus.yml has it; resolves to a function that asks its API.
async function prometheus(t, path, daemon) {
  const quick = (text) => text.replaceAll(/_interval: 15s/g, '_interval: 250ms').replaceAll(/for: 1m/g, 'for: 2s');
  const scrape = quick(read('prometheus.yml'));
  assert.ok(scrape.includes('127.0.0.1:8080'));
  write(path, {
    'prometheus.yml': scrape.replace('127.0.0.1:8080', new URL(daemon.url).host),
    'prometheus-rules.yml': quick(read('prometheus-rules.yml'))
  });
  const address = `127.0.0.1:${await free_port()}`;
  const process = launch('prometheus', ['--config.file=prometheus.yml', '--storage.tsdb.path=tsdb', `--web.listen-address=${address}`], { cwd: path });
  t.after(async () => {
    process.kill('SIGKILL');
    await process.ended;
  });
  const ask = async (what) => (await (await fetch(`http://${address}/api/v1/${what}`)).json()).data;
  await until('Prometheus is ready', () => fetch(`http://${address}/-/ready`).then((answer) => answer.ok, () => false), 30_000);
  return { ask, value: async (query) => (await ask(`query?query=${encodeURIComponent(query)}`)).result };
}

test('Prometheus scrapes canaryd, loads its rules, and alerts for the test that fails, alone', { skip: missing('prometheus'), timeout: 90_000 }, async (t) => {
  const path = folder(t, { 'config.js': configuration(tests) });
  const daemon = await start(t, path);
  await daemon.outcome('always fails');
  const { ask, value } = await prometheus(t, path, daemon);

  await until('up is 1', async () => (await value('up{job="canaryd"}'))[0]?.value[1] === '1', 30_000);
  const [target] = (await ask('targets')).activeTargets;
  assert.deepEqual([target.health, target.lastError], ['up', '']);
  const groups = await until('the rules are evaluated', async () => {
    const { groups } = await ask('rules');
    return groups[0]?.rules.every((rule) => rule.health === 'ok') && groups;
  });
  assert.deepEqual(groups[0].rules.map((rule) => rule.name), ['CanaryTestFailing', 'CanaryTestNotRun', 'CanaryDaemonGone', 'CanaryReloadFailed', 'CanaryStoreFull', 'CanaryCertificateEnds']);

  const of = (alerts, name) => alerts.filter((alert) => alert.labels.test_name === name);
  const { alerts } = await until('the alert fires', async () => {
    const now = await ask('alerts');
    return of(now.alerts, 'always fails')[0]?.state === 'firing' && now;
  }, 30_000);
  const [alert] = of(alerts, 'always fails');
  assert.equal(alert.labels.alertname, 'CanaryTestFailing');
  assert.equal(alert.annotations.summary, "The canary 'always fails' fails.");
  assert.deepEqual([...of(alerts, 'always passes'), ...of(alerts, 'is skipped')], []);
  assert.equal(of(alerts, 'says "hi" \\ twice').length, 1);

  // What Prometheus has read is what canaryd counts, and a query of docs/operating.md gives something.
  const counted = async () => Number((await value('test_started_count{test_name="always passes"}'))[0].value[1]);
  assert.ok(await counted() > 0);
  await until('skips arrive', async () => Number((await value('canary_test_skipped_total{test_name="is skipped",reason="still_running"}'))[0]?.value[1]) > 0);
  assert.equal((await value('canary_test_up')).length, 4);
  await until('the class is told', async () => (await value('sum by (test_name, class) (canary_test_failures_total) > 0')).length === 2);

  daemon.signal('SIGKILL');
  await until('the daemon is gone', async () => (await ask('alerts')).alerts.some((each) => each.labels.alertname === 'CanaryDaemonGone'), 30_000);
});

test("promtool accepts the exposition, but for the talk's own names", { skip: missing('promtool') }, async (t) => {
  const path = folder(t, { 'config.js': configuration(tests) });
  const daemon = await start(t, path);
  for (const name of Object.keys(tests)) await daemon.outcome(name);
  await daemon.get('/nowhere');
  await until('something is skipped', async () => (await daemon.test('is skipped')).skipped > 0);
  const answer = await daemon.get('/metrics');
  assert.match(answer.headers.get('content-type'), /^text\/plain; version=0\.0\.4/);
  write(path, { exposition: await answer.text() });
  const { stdout, stderr } = await run('sh', ['-c', 'promtool check metrics < exposition'], { cwd: path });
  assert.deepEqual((stdout + stderr).trim().split('\n').sort(), [
    'test_finished_count counter metrics should have "_total" suffix',
    'test_finished_count non-histogram and non-summary metrics should not have "_count" suffix',
    'test_running_total non-counter metrics should not have "_total" suffix',
    'test_started_count counter metrics should have "_total" suffix',
    'test_started_count non-histogram and non-summary metrics should not have "_count" suffix'
  ]);
});

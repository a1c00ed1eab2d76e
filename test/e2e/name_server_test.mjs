// A name server that is not there any more, and who suffers from it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { configuration, folder, missing, start, until } from './daemon.mjs';
import { inside, name_server, run_inside } from './name_server.mjs';

if (!inside) {
  test('a black-holed name server delays only the runs that ask it', { skip: missing('python3', 'unshare'), timeout: 120_000 },
    (t) => run_inside(t, import.meta.url));
} else {
  test('in a network of its own', { timeout: 110_000 }, async (t) => {
    let black_hole = false;
    const { asked } = await name_server(t, (name) => (black_hole || name.startsWith('silent') ? null : 0));
    const web = createServer((request, response) => response.end('ok'));
    await new Promise((ready) => web.listen(0, '127.0.0.1', ready));
    t.after(() => web.closeAllConnections() ?? web.close());
    const { port } = web.address();
    const get = (host) => `if (http.get('http://${host}:${port}/').code !== 200) log.fail('no');`;
    const often = { frequency: '200ms', timeout: '10s' };
    const once = { frequency: '1h', timeout: '2s' };
    const daemon = await start(t, folder(t, { 'config.js': configuration({
      silent: { source: get('silent.test'), ...once },
      'silent, asked itself': { source: "dns.resolve('silent.test', 'A');", ...once },
      named: { source: get('good.test'), ...often, timeout: '3s' },
      addressed: { source: get('127.0.0.1'), ...often }
    }) }));

    // One name is never answered: its runs wait, and others of the same name server do not.
    const while_it_waits = async (name) => (await daemon.test('silent')).running.length === 1 && (await daemon.test(name)).recent.length >= 3;
    await until('others run while one waits', async () => (await while_it_waits('named')) && while_it_waits('addressed'));
    for (const name of ['silent', 'silent, asked itself']) {
      const { status, class: kind, fail_cause } = await daemon.outcome(name);
      assert.deepEqual([status, kind, fail_cause], ['failed', 'timeout', 'the run took longer than its timeout of 2s']);
    }
    for (const name of ['named', 'addressed']) {
      for (const run of (await daemon.runs(`&test=${name}`))) assert.notEqual(run.status, 'failed', run.fail_cause);
    }

    // Then nobody is answered any more: who needs no name goes on as before.
    black_hole = true;
    const failed_by_name = async () => (await daemon.runs('&test=named')).filter((run) => run.status === 'failed').length;
    await until('whoever asks fails', async () => (await failed_by_name()) >= 2);
    const runs = (await daemon.runs('&test=addressed')).filter((run) => run.status !== 'running');
    assert.ok(runs.length > 10 && runs.every((run) => run.status === 'passed'), JSON.stringify(runs.find((run) => run.status !== 'passed')));
    const late = [...(await daemon.metrics())].filter(([name]) => name.startsWith('canary_test_skipped_total') && name.includes('addressed'));
    // A machine that has other work may be late for a beat or two of these; the name server's time would be dozens.
    assert.ok(late.reduce((sum, [, n]) => sum + n, 0) <= 2, JSON.stringify(late));
    t.diagnostic(`${asked.length} questions; ${runs.length} runs by address passed, ${await failed_by_name()} by name failed`);

    // And when it is back, so are they.
    black_hole = false;
    const passed = async () => (await daemon.test('named')).last.status === 'passed';
    await until('names are found again', passed);
  });
}

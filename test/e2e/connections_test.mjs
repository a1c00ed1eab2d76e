// Who may use a connection again: settings({ http: { connections } }).
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { canaryctl, configuration, folder, run } from './daemon.mjs';

// A server that answers with the number of the connection that it was asked on.
async function counting_server(t) {
  const numbers = new Map();
  const server = createServer((request, response) => {
    if (!numbers.has(request.socket)) numbers.set(request.socket, numbers.size + 1);
    response.end(String(numbers.get(request.socket)));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.closeAllConnections() ?? server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}

for (const { connections, seen } of [
  { connections: undefined, seen: ['1', '1', '2', '2', '3', '3'] },
  { connections: 'run', seen: ['1', '1', '2', '2', '3', '3'] },
  { connections: 'shared', seen: ['1', '1', '1', '1', '1', '1'] }
]) {
  test(`three runs with connections: ${connections}`, async (t) => {
    const url = await counting_server(t);
    const source = `for (var i = 0; i < 2; ++i) log.info('on ' + http.do('GET', '${url}').body);`;
    const tests = { a: { source }, b: { source: `${source} //` }, c: { source } };
    const settings = { defaults: { frequency: '1h', timeout: '10s' }, ...(connections && { http: { connections } }) };
    const cwd = folder(t, { 'config.js': configuration(tests, settings) });
    const { code, stdout, stderr } = await run(canaryctl, ['run'], { cwd });
    assert.equal(code, 0, stdout + stderr);
    assert.deepEqual([...stdout.matchAll(/on (\d)/g)].map(([, n]) => n), seen);
  });
}

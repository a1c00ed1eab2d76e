// Canaries that go through a real proxy, tinyproxy.
import assert from 'node:assert/strict';
import { createServer } from 'node:https';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { configuration, folder, missing, run, start } from './daemon.mjs';
import { nginx, tinyproxy } from './servers.mjs';

const needs = { skip: missing('nginx', 'tinyproxy', 'openssl'), timeout: 60_000 };

async function tls_server(t) {
  const path = folder(t);
  const made = await run('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
    '-subj', '/CN=shop', '-addext', 'subjectAltName=DNS:localhost', '-keyout', 'own.key', '-out', 'own.crt'], { cwd: path });
  assert.equal(made.code, 0, made.stderr);
  const [key, cert] = ['own.key', 'own.crt'].map((name) => readFileSync(join(path, name)));
  const server = createServer({ key, cert }, (_, response) => response.end('secure'));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.closeAllConnections() ?? server.close());
  return { url: `https://localhost:${server.address().port}/`, certificate: join(path, 'own.crt') };
}

test('requests go through a proxy that wants a password, plain and by a tunnel', needs, async (t) => {
  const plain = await nginx(t, 'server { listen 127.0.0.1:PORT; location / { return 200 "plain $http_via"; } }');
  const secure = await tls_server(t);
  const proxy = await tinyproxy(t);
  const get = (url, credentials) => `http.get('${url}', { proxy: 'http://${credentials}${proxy.address}' })`;
  const tests = {
    plain: { source: `var r = ${get(plain, 'me:pw@')}; log.kv({ body: r.body, code: r.code }).info('got');` },
    secure: { source: `for (var i = 0; i < 2; ++i) { var r = ${get(secure.url, 'me:pw@')}; log.kv({ body: r.body, connecting: r.timings.connecting }).info('got'); }` },
    'secure without a password': { source: `${get(secure.url, '')};` },
    'plain with a wrong password': { source: `log.info('' + ${get(plain, 'me:wrong@')}.code);` }
  };
  const daemon = await start(t, folder(t, { 'config.js': configuration(tests) }), { env: { SSL_CERT_FILE: secure.certificate } });

  const through = await daemon.outcome('plain');
  assert.equal(through.status, 'passed', through.fail_cause);
  assert.match(through.logs[0].fields.body, /^plain 1\.1 .*tinyproxy/);
  assert.equal(`${through.requests[0].remote_ip}:${through.requests[0].remote_port}`, proxy.address);

  const tunnel = await daemon.outcome('secure');
  assert.equal(tunnel.status, 'passed', tunnel.fail_cause);
  assert.deepEqual(tunnel.logs.map((line) => line.fields.body), ['secure', 'secure']);
  assert.equal(tunnel.logs[1].fields.connecting, 0, 'the tunnel is used again');
  assert.match(proxy.log(), /CONNECT localhost:/);

  const refused = await daemon.outcome('secure without a password');
  assert.deepEqual([refused.status, refused.class], ['failed', 'connect']);
  assert.match(refused.fail_cause, /^GET https:\/\/localhost:\d+\/ failed: proxy 127\.0\.0\.1:\d+ refused a tunnel to localhost:\d+: 40[17] /);
  assert.match((await daemon.outcome('plain with a wrong password')).logs[0].message, /^40[17]$/);
});

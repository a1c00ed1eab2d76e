// Canaries against a real server, nginx.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { configuration, folder, free_port, launch, missing, run, start, until } from './daemon.mjs';

const words = 'all day long '.repeat(2000);

// nginx with plain and TLS ports, its certificate signed by itself for shop.localhost and 127.0.0.1.
async function nginx(t) {
  const [port, tls] = [await free_port(), await free_port()];
  const path = folder(t, {
    'www/words.txt': words,
    'www/index.html': '<p>hello</p>',
    'nginx.conf': `
      daemon off; master_process off; pid nginx.pid; error_log stderr;
      events {}
      http {
        access_log access.log combined;
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        types { text/plain txt; text/html html; }
        gzip on; gzip_types text/plain; gzip_min_length 100;
        ssl_certificate own.crt; ssl_certificate_key own.key;
        server {
          listen 127.0.0.1:${port};
          listen 127.0.0.1:${tls} ssl;
          root www;
          location = /moved { return 301 /moved-again; }
          location = /moved-again { return 301 http://127.0.0.1:${port}/words.txt; }
          location = /round { return 301 /round; }
          location = /upgrade { return 301 https://127.0.0.1:${tls}/index.html; }
        }
      }` });
  const made = await run('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
    '-subj', '/CN=shop', '-addext', 'subjectAltName=DNS:shop.localhost,IP:127.0.0.1', '-keyout', 'own.key', '-out', 'own.crt'], { cwd: path });
  assert.equal(made.code, 0, made.stderr);
  const server = launch('nginx', ['-p', `${path}/`, '-c', join(path, 'nginx.conf'), '-e', 'stderr'], { cwd: path });
  t.after(async () => {
    server.kill('SIGTERM');
    await server.ended;
  });
  const plain = `http://127.0.0.1:${port}`;
  await until(`nginx answers ${server.said.stderr}`, () => fetch(`${plain}/`).then((answer) => answer.ok, () => false));
  return { plain, secure: `https://127.0.0.1:${tls}`, tls, certificate: join(path, 'own.crt') };
}

const needs = { skip: missing('nginx', 'openssl'), timeout: 60_000 };

test('canaries follow, unpack and reuse what nginx gives them', needs, async (t) => {
  const { plain } = await nginx(t);
  const tests = {
    gzip: `var r = http.do('GET', '${plain}/words.txt');
      log.kv({ code: r.code, length: r.body.length, start: r.body.slice(0, 12), encoding: r.header('Content-Encoding') }).info('got');`,
    moved: `var r = http.do('GET', '${plain}/moved'); log.kv({ code: r.code, length: r.body.length }).info('got');`,
    round: `http.do('GET', '${plain}/round');`,
    absent: `var r = http.do('GET', '${plain}/absent'); log.kv('code', r.code).info('got'); if (r.code === 404) log.fail('it is gone');`,
    reuse: `for (var i = 0; i < 3; ++i) { var r = http.do('GET', '${plain}/'); log.kv(r.timings).info(r.body); }`,
    head: `var r = http.do('HEAD', '${plain}/words.txt'); log.kv({ code: r.code, body: r.body }).info('got');`
  };
  const daemon = await start(t, folder(t, { 'config.js': configuration(
    Object.fromEntries(Object.entries(tests).map(([name, source]) => [name, { source }]))) }));
  const outcome = async (name, status = 'passed') => {
    const run = await daemon.outcome(name);
    assert.equal(run.status, status, `${name}: ${run.fail_cause}`);
    return run;
  };

  const gzip = await outcome('gzip');
  assert.equal(gzip.logs[0].fields.length, words.length);
  assert.equal(gzip.logs[0].fields.start, 'all day long');
  assert.ok(gzip.requests[0].bytes_received < words.length / 10, `${gzip.requests[0].bytes_received} bytes came`);

  const moved = await outcome('moved');
  assert.deepEqual(moved.logs[0].fields, { code: 200, length: words.length });
  assert.equal(moved.requests.at(-1).code, 200);
  assert.ok(moved.requests.at(-1).url.endsWith('/words.txt'), moved.requests.at(-1).url);

  const round = await outcome('round', 'failed');
  assert.equal(round.class, 'http');
  assert.match(round.fail_cause, /10 redirects/);

  const absent = await outcome('absent', 'failed');
  assert.deepEqual([absent.class, absent.fail_cause, absent.requests[0].code], ['assert', 'it is gone', 404]);

  const { requests, logs } = await outcome('reuse');
  assert.deepEqual(requests.map((request) => request.reused), [false, true, true]);
  assert.ok(requests[0].timings.connecting > 0);
  assert.deepEqual(requests.slice(1).map((request) => request.timings.connecting), [0, 0]);
  assert.deepEqual(logs.slice(1).map((line) => line.fields.connecting), [0, 0]);
  assert.equal(new Set(requests.map((request) => request.remote_ip)).size, 1);
  assert.deepEqual((await outcome('head')).logs[0].fields, { code: 200, body: '' });

  // Not between runs: each pays for its connection, as a user does.
  const { id } = await (await daemon.trigger('reuse')).json();
  const again = await until('it has run again', async () => {
    const answer = await daemon.get(`/api/v1/runs/${id}`);
    const found = answer.ok && (await answer.json());
    return found && found.status === 'passed' && found;
  });
  assert.equal(again.requests[0].reused, false);
});

test('a certificate that nobody vouches for is refused with class tls', needs, async (t) => {
  const { plain, secure, tls } = await nginx(t);
  const tests = {
    direct: { source: `http.do('GET', '${secure}/');` },
    redirected: { source: `http.do('GET', '${plain}/upgrade');` },
    'plain speech': { source: `http.do('GET', 'http://127.0.0.1:${tls}/');` },
    'wrong speech': { source: `http.do('GET', '${plain.replace('http', 'https')}/');` }
  };
  const daemon = await start(t, folder(t, { 'config.js': configuration(tests) }));
  for (const name of ['direct', 'redirected']) {
    const run = await daemon.outcome(name);
    assert.deepEqual([run.status, run.class], ['failed', 'tls'], run.fail_cause);
    assert.match(run.fail_cause, /self.signed/i);
    assert.match(run.fail_cause, new RegExp(`GET https://127\\.0\\.0\\.1:${tls}/`));
    assert.equal(run.requests.at(-1).error.class, 'tls');
  }
  assert.equal((await daemon.outcome('wrong speech')).class, 'tls');
  // nginx answers 400 to plain speech at its TLS port, which is an answer.
  assert.equal((await daemon.outcome('plain speech')).requests[0].code, 400);
});

test('a certificate in the store that OpenSSL is told of is taken, for its own names only', needs, async (t) => {
  const { secure, tls, certificate } = await nginx(t);
  const tests = {
    own: { source: `for (var i = 0; i < 2; ++i) log.info(http.do('GET', '${secure}/').body);` },
    other: { source: `http.do('GET', 'https://localhost:${tls}/');` }
  };
  const daemon = await start(t, folder(t, { 'config.js': configuration(tests) }), { env: { SSL_CERT_FILE: certificate } });
  const own = await daemon.outcome('own');
  assert.equal(own.status, 'passed', own.fail_cause);
  assert.ok(own.requests[0].timings.tls_handshaking > 0);
  assert.equal(own.requests[1].timings.tls_handshaking, 0);
  const other = await daemon.outcome('other');
  assert.deepEqual([other.status, other.class], ['failed', 'tls']);
  assert.match(other.fail_cause, /localhost/);
});

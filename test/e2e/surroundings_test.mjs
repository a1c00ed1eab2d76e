// What of the daemon's environment reaches scripts: variables, and proxies.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { canaryctl, canaryd, configuration, folder, run, start } from './daemon.mjs';

test('scripts read the variables that --allow.env names, and others are empty', async (t) => {
  const source = "log.info([std.os.getenv('APP_USER'), std.os.getenv('SECRET'), std.os.getenv('HOME'), std.os.getenv('APP_')].join('|'));";
  const env = { APP_USER: 'canary', SECRET: 'feathers', APP_: 'short' };
  const cases = [['--allow.env=APP_*', 'canary|||short'], ['--allow.env=APP_USER,SECRET', 'canary|feathers||'], ['--allow.env=', '|||']];
  for (const [flag, said] of cases) {
    const daemon = await start(t, folder(t, { 'config.js': configuration({ a: { source } }) }), { flags: [flag], env });
    assert.equal((await daemon.outcome('a')).logs[0].message, said, flag);
    await daemon.stop();
  }
});

test('config.js is held to --allow.env too', async (t) => {
  const source = "settings({ name: 'user ' + std.os.getenv('APP_USER') + std.os.getenv('SECRET') });";
  const daemon = await start(t, folder(t, { 'config.js': source }), { flags: ['--allow.env=APP_*'], env: { APP_USER: 'canary', SECRET: 'feathers' } });
  assert.equal((await daemon.status()).name, 'user canary');
});

test('a secret reaches the script, and stands nowhere in what its run leaves', async (t) => {
  const source = `
    log.info('before');
    var token = secrets.get('shop-token');
    if (token !== 'p@ss w/rd') log.fail('other');
    log.kv(token, { deep: ['x' + token] }).info('it is ' + token);
    console.log(token);
    try { secrets.get('nothing'); } catch (e) { log.info(e.class + ': ' + e.message); }
    try { http.get('http://127.0.0.1:1/' + encodeURIComponent(token), { query: { q: token }, timeout: '5s' }); } catch (e) { log.warn(e.message); }
    test.step('sign in with ' + token, function () { check(1, { 'has the token': true }); });
    throw new Error('cannot sign in with ' + token);`;
  const files = { 'config.js': configuration({ a: { source } }), 'secrets/shop-token': 'p@ss w/rd\n', 'login.js': source };
  const path = folder(t, files);
  const daemon = await start(t, path, { flags: ['--secrets.dir=secrets'] });
  const ended = await daemon.outcome('a');
  assert.equal(ended.fail_cause, 'cannot sign in with ***');
  const all = JSON.stringify(ended) + daemon.child.said.stdout + daemon.child.said.stderr;
  for (const form of ['p@ss w/rd', 'p%40ss', 'ss+w', 'ss%20w']) assert.ok(!all.includes(form), form);
  assert.ok(ended.logs.some((line) => line.message === 'it is ***'));
  assert.ok(ended.logs.some((line) => line.message === "script: there is no secret 'nothing'"));
  assert.match(ended.requests[0].url, /\*\*\*.*\*\*\*/);
  const tried = await run(canaryctl, ['run', '--secrets.dir', 'secrets', 'login.js'], { cwd: path });
  assert.equal(tried.code, 1);
  assert.match(tried.stdout, /cannot sign in with \*\*\*/);
  assert.ok(!tried.stdout.includes('p@ss w/rd') && !tried.stdout.includes('p%40ss'), tried.stdout);
});

test('credentials of systemd are secrets where they say so, and a bad secret stops the start', async (t) => {
  const source = "log.info(secrets.get('shop')); secrets.get('web-token');";
  const path = folder(t, { 'config.js': configuration({ a: { source } }), 'given/secret.shop': 'feathers', 'given/web-token': 'of the daemon',
    'bad/short': 'abc' });
  const daemon = await start(t, path, { env: { CREDENTIALS_DIRECTORY: `${path}/given` } });
  const ended = await daemon.outcome('a');
  assert.equal(ended.logs[0].message, '***');
  assert.equal(ended.fail_cause, "there is no secret 'web-token'");
  const refused = await run(canaryd, ['--check', '--secrets.dir=bad'], { cwd: path });
  assert.equal(refused.code, 2);
  assert.match(refused.stdout + refused.stderr, /bad\/short is shorter than 4 bytes/);
});

async function listening(t, server) {
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

// A proxy that answers by itself and remembers what it was asked.
async function proxy(t) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim());
    response.end('by proxy');
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
  });
  return { url: await listening(t, server), asked };
}

for (const name of ['HTTP_PROXY', 'http_proxy']) {
  test(`requests go through ${name}, but to where NO_PROXY says`, async (t) => {
    const { url, asked } = await proxy(t);
    const direct = await listening(t, createServer((_, response) => response.end('direct')));
    const source = `log.info(http.do('GET', 'http://shop.invalid/basket?n=1').body); log.info(http.do('GET', '${direct}/').body);`;
    const env = { [name]: url.replace('//', '//user:word@'), NO_PROXY: 'localhost,127.0.0.1' };
    const daemon = await start(t, folder(t, { 'config.js': configuration({ a: { source } }) }), { env });
    const { logs, requests, fail_cause } = await daemon.outcome('a');
    assert.deepEqual(logs.map((line) => line.message), ['by proxy', 'direct'], fail_cause);
    assert.deepEqual(asked, ['GET http://shop.invalid/basket?n=1 Basic dXNlcjp3b3Jk']);
    assert.equal(requests[0].code, 200);
  });
}

test('https asks its proxy for a tunnel, and a proxy that refuses is told', async (t) => {
  const { url, asked } = await proxy(t);
  const source = "http.do('GET', 'https://shop.invalid/');";
  const daemon = await start(t, folder(t, { 'config.js': configuration({ a: { source } }) }), { env: { HTTPS_PROXY: url } });
  const { status, class: kind, fail_cause } = await daemon.outcome('a');
  assert.deepEqual(asked, ['CONNECT shop.invalid:443']);
  assert.deepEqual([status, kind], ['failed', 'connect'], fail_cause);
  assert.match(fail_cause, /502/);
  assert.match(fail_cause, /proxy/);
});

test('canaryctl follows the same proxy', async (t) => {
  const { url, asked } = await proxy(t);
  const path = folder(t, { 'a.js': "if (http.do('GET', 'http://shop.invalid/').body !== 'by proxy') log.fail('not by proxy');" });
  const { code, stdout } = await run(canaryctl, ['run', 'a.js'], { cwd: path, env: { HTTP_PROXY: url } });
  assert.equal(code, 0, stdout);
  assert.deepEqual(asked, ['GET http://shop.invalid/']);
});

test('a proxy that is not there fails the run, and names the proxy', async (t) => {
  const daemon = await start(t, folder(t, { 'config.js': configuration({ a: { source: "http.do('GET', 'http://shop.invalid/');" } }) }),
    { env: { HTTP_PROXY: 'http://127.0.0.1:1' } });
  const { class: kind, fail_cause } = await daemon.outcome('a');
  assert.equal(kind, 'connect');
  assert.match(fail_cause, /127\.0\.0\.1:1/);
  assert.match(fail_cause, /proxy/);
});

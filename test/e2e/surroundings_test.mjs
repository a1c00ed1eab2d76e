// What of the daemon's environment reaches scripts: variables, and proxies.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { canaryctl, configuration, folder, run, start } from './daemon.mjs';

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

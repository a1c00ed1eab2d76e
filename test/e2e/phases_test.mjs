// Where the time of a request goes, held to what curl says of the same URLs. A server makes one phase long each time,
// and what is compared is that phase.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createServer as create_https_server } from 'node:https';
import { connect, createServer as create_tcp_server } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { configuration, folder, missing, run, start, until } from './daemon.mjs';
import { inside, name_server, run_inside } from './name_server.mjs';

const phases = ['looking_up', 'connecting', 'tls_handshaking', 'waiting', 'receiving'];
const later = (ms, what) => setTimeout(what, ms);

function listening(t, server) {
  const open = new Set();
  server.on('connection', (socket) => open.add(socket.on('close', () => open.delete(socket)).on('error', () => {})));
  t.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server.address().port)));
}

function answer(request, response) {
  const [, what] = request.url.split('/');
  if (what === 'late') return later(200, () => response.end('late'));
  if (what === 'away') return later(200, () => response.writeHead(302, { Location: '/late' }).end());
  if (what !== 'large') return response.end('at once');
  response.write('x'.repeat(100_000));
  return later(200, () => response.end('x'.repeat(100_000)));
}

async function own_certificate(t) {
  const path = folder(t);
  const made = await run('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=phases',
    '-addext', 'subjectAltName=DNS:quick.test,DNS:slow.test,IP:127.0.0.1', '-keyout', join(path, 'key.pem'), '-out', join(path, 'cert.pem')]);
  assert.equal(made.code, 0, made.stderr);
  return { file: join(path, 'cert.pem'), cert: readFileSync(join(path, 'cert.pem'), 'utf8'), key: readFileSync(join(path, 'key.pem'), 'utf8') };
}

// Takes connections at once, and hands them on after a while: the handshake is what waits.
const delaying = (port, ms) => create_tcp_server((socket) => later(ms, () => {
  const behind = connect(port, '127.0.0.1').on('error', () => socket.destroy());
  socket.on('close', () => behind.destroy()).pipe(behind).pipe(socket);
}));

// curl's times, which are counted from the beginning, as phases, in ms.
async function by_curl(url, authority) {
  const words = ['namelookup', 'connect', 'appconnect', 'pretransfer', 'starttransfer', 'total', 'redirect'].map((each) => `%{time_${each}}`).join(' ');
  const { code, stdout, stderr } = await run('curl', ['-sS', '-4', '--cacert', authority, '-o', '/dev/null', '-w', words, url]);
  assert.equal(code, 0, `${url}: ${stderr}`);
  const [lookup, connected, secure, ready, first, total] = stdout.split(' ').map((word) => Number(word) * 1000);
  return {
    looking_up: lookup, connecting: connected - lookup, tls_handshaking: secure > 0 ? secure - connected : 0,
    waiting: first - ready, receiving: total - first, duration: total
  };
}

const probe = (url, authority) => `
  var r = http.get('${url}', { tls: { ca: ${JSON.stringify(authority)} }, redirects: 0, ip: 4, headers: { Connection: 'close' } });
  log.kv(r.timings).info('timings');`;

if (!inside) {
  test('phases are as long as curl says', { skip: missing('curl', 'openssl', 'python3', 'unshare'), timeout: 120_000 }, (t) => run_inside(t, import.meta.url));
} else {
  test('in a network of its own', { timeout: 110_000 }, async (t) => {
    await name_server(t, (name) => (name.startsWith('slow') ? 200 : 0));
    const certificate = await own_certificate(t);
    const plain = await listening(t, createServer(answer));
    const secure = await listening(t, create_https_server({ key: certificate.key, cert: certificate.cert }, answer));
    const slow_handshake = await listening(t, delaying(secure, 150));
    const rows = [
      { url: `http://127.0.0.1:${plain}/late`, long: 'waiting', none: ['looking_up', 'tls_handshaking'] },
      { url: `http://127.0.0.1:${plain}/large`, long: 'receiving', none: ['looking_up', 'tls_handshaking'] },
      { url: `http://127.0.0.1:${plain}/away`, long: 'waiting', none: ['looking_up', 'tls_handshaking'] },
      { url: `http://slow.test:${plain}/`, long: 'looking_up', none: ['tls_handshaking'] },
      { url: `http://quick.test:${plain}/late`, long: 'waiting', none: ['tls_handshaking'] },
      { url: `https://127.0.0.1:${secure}/late`, long: 'waiting', none: ['looking_up'] },
      { url: `https://127.0.0.1:${secure}/large`, long: 'receiving', none: ['looking_up'] },
      { url: `https://127.0.0.1:${slow_handshake}/`, long: 'tls_handshaking', none: ['looking_up'] },
      { url: `https://slow.test:${secure}/`, long: 'looking_up', none: [] }
    ];
    const daemon = await start(t, folder(t, { 'config.js': configuration(Object.fromEntries(
      rows.map(({ url }) => [url, { source: probe(url, certificate.cert) }]))) }));
    const cells = (of) => [...phases, 'duration'].map((each) => of[each].toFixed(1).padStart(8)).join('');
    t.diagnostic(`${'ms'.padEnd(46)}${[...phases, 'duration'].map((each) => each.slice(0, 7).padStart(8)).join('')}`);
    for (const { url, long, none } of rows) {
      // A machine may be busy with something else for a moment: the nearest of three counts.
      const tries = [];
      for (let i = 0; i < 3; ++i) {
        const earlier = (await daemon.test(url)).recent.length;
        if (i > 0) await daemon.trigger(url);
        const last = await until(`'${url}' has run`, async () => {
          const { recent, last: ended } = await daemon.test(url);
          return recent.length > (i > 0 ? earlier : 0) && ended;
        });
        const outcome = await daemon.json(`/api/v1/runs/${last.id}`);
        assert.equal(outcome.status, 'passed', `${url}: ${outcome.fail_cause}`);
        const ours = outcome.logs[0].fields;
        const theirs = await by_curl(url, certificate.file);
        const sum = ours.blocked + ours.sending + phases.reduce((all, each) => all + ours[each], 0);
        assert.ok(Math.abs(sum - ours.duration) < 1e-3, `${url}: the phases are ${sum}, and ${ours.duration} in all`);
        for (const each of none) assert.equal(ours[each], 0, `${url}: ${each}`);
        for (const each of phases) if (!none.includes(each)) assert.ok(ours[each] > 0, `${url}: ${each}`);
        tries.push({ ours, theirs, ratio: ours[long] / theirs[long] });
      }
      const [{ ours, theirs, ratio }] = tries.sort((a, b) => Math.abs(Math.log(a.ratio)) - Math.abs(Math.log(b.ratio)));
      const name = url.replace(/:\d+/, '').padEnd(32);
      t.diagnostic(`${name} canaryd      ${cells(ours)}`);
      t.diagnostic(`${name} curl         ${cells(theirs)}`);
      assert.ok(ratio > 0.8 && ratio < 1.25, `${url}: ${long} is ${ours[long]} ms, and ${theirs[long]} ms to curl`);
      for (const of of [ours, theirs]) assert.ok(of[long] > of.duration / 2, `${url}: ${long} is ${of[long]} of ${of.duration} ms`);
    }
  });
}

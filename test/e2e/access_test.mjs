// Who may look and who may change: tokens, as an operator makes and changes them, on one daemon.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { canaryctl, canaryd, configuration, folder, make_token, missing, parse_log, run, start, until, write } from './daemon.mjs';

const quiet = configuration({ login: { source: '' } });

function tokens(path, ...lines) {
  write(path, { tokens: `# who may\n${lines.join('\n')}\n` });
  chmodSync(join(path, 'tokens'), 0o600);
}

test('tokens let in, change with a reload, and never show in the log', async (t) => {
  const reader = await make_token('wall', 'read');
  const writer = await make_token('ci', 'write');
  assert.notEqual(reader.token, writer.token);
  const path = folder(t, { 'config.js': quiet });
  tokens(path, reader.line, writer.line);
  const daemon = await start(t, path, { flags: ['--web.auth-file=tokens', '--listen.host=0.0.0.0', '--web.allowed-hosts=0.0.0.0'] });
  daemon.url = daemon.url.replace('0.0.0.0', '127.0.0.1');
  const ask = async (target, token, method = 'GET') => (await daemon.get(target, {
    method, headers: token ? { Authorization: `Bearer ${token}` } : {} })).status;

  assert.equal(await ask('/healthz'), 200);
  for (const target of ['/api/v1/status', '/metrics', '/api/v1/events', '/query?query={__typename}']) {
    assert.equal(await ask(target), 401, target);
    assert.equal(await ask(target, reader.token), 200, target);
  }
  assert.equal(await ask('/api/v1/tests/login/run', reader.token, 'POST'), 403);
  assert.equal(await ask('/api/v1/tests/login/pause', writer.token, 'POST'), 200);
  assert.equal(await ask('/api/v1/status', `${writer.token}0`), 401);

  const login = await daemon.get('/login', { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: reader.token }) });
  assert.equal(login.status, 200);
  const Cookie = login.headers.get('set-cookie').split(';')[0];
  const by_cookie = async () => (await daemon.get('/api/v1/status', { headers: { Cookie } })).status;
  assert.equal(await by_cookie(), 200);

  // canaryctl shows the token of its environment; a page has what a page of ours would send.
  const compact = (env) => run(canaryctl, ['db', 'compact', '--url', daemon.url], { cwd: path, env });
  const refused = await compact({});
  assert.equal(refused.code, 3);
  assert.match(refused.stderr, /wants a token: set CANARYCTL_TOKEN/);
  assert.equal((await compact({ CANARYCTL_TOKEN: writer.token })).code, 0);

  // A file with a mistake changes nothing.
  tokens(path, reader.line, 'ci write');
  const bad = await daemon.get('/-/reload', { method: 'POST', headers: { Authorization: `Bearer ${writer.token}` } });
  assert.equal(bad.status, 500);
  assert.match((await bad.json()).detail, /tokens:3: a line is NAME read\|write/);
  assert.equal(await ask('/api/v1/status', reader.token), 200);

  // The reader's token goes, and with it the session.
  tokens(path, writer.line);
  daemon.signal('SIGHUP');
  await until('the token is gone', async () => (await ask('/api/v1/status', reader.token)) === 401);
  assert.equal(await by_cookie(), 401);
  assert.equal(await ask('/api/v1/status', writer.token), 200);

  const { stdout } = await daemon.stop();
  for (const secret of [reader.token, writer.token, Cookie.split('=')[1]]) assert.ok(!stdout.includes(secret));
  const guesses = parse_log(stdout).filter((line) => line.msg === 'a request showed no token that is known');
  assert.equal(guesses[0].peer, '127.0.0.1');
});

test('without tokens nothing is started that a network can reach', async (t) => {
  const path = folder(t, { 'config.js': quiet });
  for (const more of [[], ['--check']]) {
    const { code, stdout, stderr } = await run(canaryd, ['--listen.host=0.0.0.0', '--listen.port=0', ...more], { cwd: path });
    assert.equal(code, 2, stdout);
    assert.match(stdout + stderr, /0\.0\.0\.0 can be reached from the network.*--web\.auth-file.*--web\.insecure/);
  }
  const daemon = await start(t, path, { flags: ['--listen.host=0.0.0.0', '--web.insecure'] });
  const warned = () => daemon.messages('the page and the API can be reached from the network by anybody, without authentication').length;
  await until('it warns of that', () => warned() === 1);
});

test('tokens may come as a credential of systemd, and a bad file of them stops a start', async (t) => {
  const path = folder(t, { 'config.js': quiet, 'credentials/web-auth': 'ci write\n' });
  const env = { CREDENTIALS_DIRECTORY: join(path, 'credentials') };
  const refused = await run(canaryd, ['--listen.port=0'], { cwd: path, env });
  assert.equal(refused.code, 2);
  assert.match(refused.stdout, /web-auth:1: a line is NAME read\|write sha256:HEX/);
  const { line } = await make_token('ci', 'write');
  write(path, { 'credentials/web-auth': line });
  const daemon = await start(t, path, { env });
  assert.equal((await daemon.get('/metrics')).status, 401);
});

test('within TLS all is as without, and a renewed certificate is taken', { skip: missing('openssl', 'curl') }, async (t) => {
  const path = folder(t, { 'config.js': quiet });
  const { token, line } = await make_token('ci', 'write');
  tokens(path, line);
  const certify = (name) => execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
    '-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2', '-keyout', 'key.pem', '-out', 'cert.pem'],
  { cwd: path, stdio: 'ignore' });
  certify('one');
  const daemon = await start(t, path, { flags: ['--web.auth-file=tokens', '--web.tls-cert=cert.pem', '--web.tls-key=key.pem'] });
  assert.match(daemon.url, /^https:/);
  const curl = (target, ...more) => run('curl', ['--silent', '--show-error', '--max-time', '10', '--cacert', 'cert.pem',
    '--write-out', '\n%{http_code}', ...more, new URL(target, daemon.url).href], { cwd: path });
  const code = async (...words) => (await curl(...words)).stdout.split('\n').at(-1);

  assert.equal(await code('/healthz'), '200');
  assert.equal(await code('/api/v1/status'), '401');
  assert.equal(await code('/api/v1/status', '-H', `Authorization: Bearer ${token}`), '200');
  assert.equal(await code('/api/v1/tests/login/run', '-X', 'POST', '-H', `Authorization: Bearer ${token}`), '202');
  const plain = await fetch(daemon.url.replace('https:', 'http:'));
  assert.equal(plain.status, 400);
  assert.equal(await plain.text(), 'This port speaks TLS: write https:// and not http://.\n');

  // canaryctl trusts what it is told to.
  const compacted = await run(canaryctl, ['db', 'compact', '--url', daemon.url.replace(/\/$/, ''), '--ca', 'cert.pem'],
    { cwd: path, env: { CANARYCTL_TOKEN: token } });
  assert.equal(compacted.code, 0, compacted.stderr);

  const reload = () => code('/-/reload', '-X', 'POST', '-H', `Authorization: Bearer ${token}`);
  write(path, { 'key.pem': 'nothing' });
  assert.equal(await reload(), '500');
  assert.equal(await code('/healthz'), '200');
  certify('two');
  assert.notEqual(await code('/healthz'), '200'); // the old one still, which the new file does not trust
  daemon.signal('SIGHUP');
  await until('the new certificate is shown', async () => (await code('/healthz')) === '200');

  const alone = await run(canaryd, ['--web.tls-cert=cert.pem'], { cwd: path });
  assert.equal(alone.code, 2);
  assert.match(alone.stderr, /--web\.tls-cert wants --web\.tls-key/);
});

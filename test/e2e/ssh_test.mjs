// ssh.run against a real sshd, and against servers that are none.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';

import { canaryctl, configuration, free_port, run, start, until, write } from './daemon.mjs';
import { key, sshd, without_sshd } from './sshd.mjs';

const needs = { skip: without_sshd(), timeout: 120_000 };

// The fields that a script logs of `ssh.run(...arguments)`, or { class, message } of what it throws.
async function ssh_run(path, host, command, options, env = {}) {
  write(path, {
    'canary.js': `try {
      var end = ssh.run(${JSON.stringify(host)}, ${JSON.stringify(command)}, ${JSON.stringify(options)});
      console.log('RESULT ' + JSON.stringify(end));
    } catch (e) {
      console.log('RESULT ' + JSON.stringify({ 'class': e['class'], message: e.message }));
    }`
  });
  const { stdout } = await run(canaryctl, ['run', '--allow.exec', 'canary.js'], { cwd: path, env, bound: 60_000 });
  const found = /RESULT (\{.*\})/.exec(stdout);
  assert.ok(found, stdout);
  return JSON.parse(found[1]);
}

test('a command over there gives its code, its stdout and its stderr', needs, async (t) => {
  const { path, port, user } = await sshd(t);
  const options = { port, identity: 'user', user, timeout: '20s' };
  const commands = {
    'echo out; echo err >&2; exit 3': { code: 3, stdout: 'out\n', stderr: 'err\n' },
    'exit 255': { code: 255, stdout: '', stderr: '' },
    'echo "$HOME" | wc -l': { code: 0, stdout: '1\n', stderr: '' },
    'echo "Permission denied (publickey)." >&2; exit 255': { code: 255, stdout: '', stderr: 'Permission denied (publickey).\n' }
  };
  for (const [command, expected] of Object.entries(commands)) {
    const { duration, ...end } = await ssh_run(path, '127.0.0.1', command, options);
    assert.deepEqual(end, { signal: null, ...expected }, command);
    assert.ok(duration > 0);
  }
  // A command is never an option of ssh's.
  const odd = await ssh_run(path, '127.0.0.1', '-oProxyCommand=touch${IFS}made', options);
  assert.notEqual(odd.code, 0);
  assert.equal(odd.class, undefined, odd.message);
});

test('hosts that cannot be trusted, users that are not let in and servers that are not there are told apart', needs, async (t) => {
  const { path, port, keys, user } = await sshd(t);
  const place = `[127.0.0.1]:${port}`;
  await key(path, 'locked', 'a passphrase');
  write(path, {
    empty: '',
    changed: `# a comment\n${place} ${keys.other}\n`,
    revoked: `@revoked * ${keys.host}\n`,
    'no-key': 'this is no key\n',
    'open-key': readFileSync(join(path, 'user'), 'utf8')
  });
  chmodSync(join(path, 'no-key'), 0o600);
  chmodSync(join(path, 'open-key'), 0o644);
  const closed = await free_port();
  const rows = [
    [{ known_hosts: 'empty' }, 'exec', /the host's key is unknown: no ED25519 key of it is in 'empty'/],
    [{ known_hosts: 'changed' }, 'exec', /the host's key has changed: it shows SHA256:\S+, which is not the one at \S+\/changed:2;/],
    [{ known_hosts: 'revoked' }, 'exec', /the host's key is marked as revoked in 'revoked'/],
    [{ known_hosts: 'gone' }, 'exec', /the known_hosts file '\S+\/gone' cannot be read: No such file or directory/],
    [{ identity: 'gone' }, 'exec', /the identity file '\S+\/gone' cannot be read: No such file or directory/],
    [{ identity: 'other' }, 'exec', /the user was not let in: \S+: Permission denied \(publickey\)/],
    [{ identity: undefined }, 'exec', /the user was not let in/],
    [{ identity: 'locked' }, 'exec', /the user was not let in/],
    [{ identity: 'no-key' }, 'exec', /the user was not let in: .*Load key/],
    [{ identity: 'open-key' }, 'exec', /the user was not let in: .*chmod 600/],
    [{ user: 'nobody-of-this-name' }, 'exec', /the user was not let in: nobody-of-this-name@/],
    [{ port: closed }, 'connect', /connecting failed: Connection refused/]
  ];
  for (const [changed, kind, message] of rows) {
    const got = await ssh_run(path, '127.0.0.1', 'true', { port, identity: 'user', user, timeout: '20s', ...changed });
    assert.equal(got.class, kind, `${JSON.stringify(changed)}: ${JSON.stringify(got)}`);
    assert.match(got.message, message);
    assert.match(got.message, /^ssh\.run \S+@127\.0\.0\.1:\d+: /);
  }
  const unknown = await ssh_run(path, 'no-such-host.invalid', 'true', { port, identity: 'user', timeout: '20s' });
  assert.equal(unknown.class, 'dns', unknown.message);
  assert.match(unknown.message, /^ssh\.run no-such-host\.invalid:\d+: the name could not be resolved: /);
});

test('servers that speak otherwise, or not at all, are told of', needs, async (t) => {
  const { path } = await sshd(t);
  const behaviours = {
    silent: [() => {}, 'timeout', /took longer than its timeout of 1s/],
    closes: [(socket) => socket.end(), 'connect', /the connection broke: kex_exchange_identification: /],
    resets: [(socket) => socket.resetAndDestroy(), 'connect', /the connection broke: |connecting failed: Connection reset/],
    'another tongue': [(socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'connect', /the connection broke: /],
    'without end': [(socket) => { const pour = () => { while (socket.write('x'.repeat(1000))); }; socket.on('drain', pour); pour(); }, 'connect', /the connection broke: |timeout/],
    'an old version': [(socket) => socket.end('SSH-1.5-ancient\r\n'), 'exec', /ssh says '.*(version|Protocol)/i]
  };
  for (const [name, [behave, kind, message]] of Object.entries(behaviours)) {
    const server = createServer((socket) => behave(socket.on('error', () => {}))).listen(0, '127.0.0.1');
    await new Promise((ready) => server.on('listening', ready));
    const got = await ssh_run(path, '127.0.0.1', 'true', { port: server.address().port, identity: 'user', timeout: name === 'silent' ? '1s' : '20s' });
    server.close();
    assert.equal(got.class, kind, `${name}: ${JSON.stringify(got)}`);
    assert.match(got.message, message);
  }
});

test('a connection that breaks while the command runs is no exit code', needs, async (t) => {
  const { path, port, user } = await sshd(t);
  const got = await ssh_run(path, '127.0.0.1', 'kill -KILL $PPID; sleep 5', { port, identity: 'user', user, timeout: '20s' });
  assert.equal(got.class, 'connect', JSON.stringify(got));
  assert.match(got.message, /the connection broke: Connection to 127\.0\.0\.1 closed by remote host$/);
});

test('nothing of the user’s counts: no configuration, no agent, no keys, no known hosts', needs, async (t) => {
  const { path, port, user } = await sshd(t);
  write(path, { '.ssh/config': `Host *\n  ProxyCommand touch ${path}/made\n  IdentityFile ${path}/user\n` });
  const env = { HOME: path, SSH_AUTH_SOCK: join(path, 'agent') };
  const got = await ssh_run(path, '127.0.0.1', 'env', { port, user, timeout: '20s' }, env);
  assert.equal(got.class, 'exec', JSON.stringify(got));
  assert.match(got.message, /the user was not let in/);
  const seen = await ssh_run(path, '127.0.0.1', 'env', { port, user, identity: 'user', timeout: '20s' }, { ...env, SECRET: 'feathers' });
  assert.equal(seen.code, 0, JSON.stringify(seen));
  assert.doesNotMatch(seen.stdout, /feathers|SSH_AUTH_SOCK|SSH_TTY/);
});

test('the daemon runs commands over there, and ends them at the deadline', needs, async (t) => {
  const { path, port, user, server } = await sshd(t);
  const options = JSON.stringify({ port, user, identity: 'user' });
  const tests = {
    good: { source: `log.info(ssh.run('127.0.0.1', 'echo over there', ${options}).stdout.trim());` },
    late: { source: `ssh.run('127.0.0.1', 'sleep 600', ${options});`, timeout: '2s' },
    own: { source: `ssh.run('127.0.0.1', 'sleep 600', ${options.replace('}', ', "timeout": "1s"}')});`, timeout: '20s' }
  };
  write(path, { 'config.js': configuration(tests) });
  const daemon = await start(t, path, { flags: ['--allow.exec'] });
  const good = await daemon.outcome('good');
  assert.equal(good.status, 'passed', good.fail_cause);
  assert.equal(good.logs[0].message, 'over there');
  const late = await daemon.outcome('late');
  assert.deepEqual([late.class, late.fail_cause], ['timeout', 'the run took longer than its timeout of 2s']);
  const own = await daemon.outcome('own');
  assert.equal(own.class, 'timeout');
  assert.match(own.fail_cause, /^ssh\.run \S+ took longer than its timeout of 1s, and was ended/);
  await until('the server has seen them go', () => (server.said.stderr.match(/Connection closed|Disconnected|closed by|Connection reset/g) ?? []).length >= 2);
});

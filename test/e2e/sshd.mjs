// A real sshd on a free port of loopback, with keys of its own, for the tests of this folder.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import { folder, free_port, launch, missing, plain_environment, run, until, write } from './daemon.mjs';

// Why the tests cannot be run here, or false.
export const without_sshd = () => missing('ssh', 'sshd', 'ssh-keygen');

// What sshd wants of the system where root starts it: a folder, and a user of its own, which its package makes and the
// unpacked one does not have. libnss-wrapper lends it one.
function for_root(path) {
  if (process.getuid() !== 0) return {};
  mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const users = readFileSync('/etc/passwd', 'utf8');
  if (/^sshd:/m.test(users)) return {};
  write(path, { passwd: `${users}sshd:x:65533:65534::/run/sshd:/usr/sbin/nologin\n`, group: readFileSync('/etc/group', 'utf8') });
  return { LD_PRELOAD: 'libnss_wrapper.so', NSS_WRAPPER_PASSWD: join(path, 'passwd'), NSS_WRAPPER_GROUP: join(path, 'group') };
}

// Makes a key, and returns its public half without the comment.
export async function key(path, name, passphrase = '') {
  const made = await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-f', name], { cwd: path });
  assert.equal(made.code, 0, made.stderr);
  return readFileSync(join(path, `${name}.pub`), 'utf8').split(' ').slice(0, 2).join(' ');
}

/// A server that lets the key `user` in, in a folder with `host`, `user`, `other` and the file `known_hosts` that knows
/// it. sshd re-executes itself, and so is named by its whole path.
export async function sshd(t, settings = '') {
  const path = folder(t);
  const port = await free_port();
  const [host, user] = [await key(path, 'host'), await key(path, 'user')];
  const other = await key(path, 'other');
  write(path, {
    authorized: `${user}\n`,
    known_hosts: `[127.0.0.1]:${port} ${host}\n`,
    sshd_config: `Port ${port}\nListenAddress 127.0.0.1\nHostKey ${path}/host\nAuthorizedKeysFile ${path}/authorized\n` +
      `StrictModes no\nPidFile none\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n${settings}`
  });
  for (const name of ['host', 'user', 'other']) chmodSync(join(path, name), 0o600);
  const program = plain_environment.PATH.split(':').map((each) => join(each, 'sshd')).find((each) => existsSync(each));
  const server = launch(program, ['-D', '-e', '-f', join(path, 'sshd_config')], { cwd: path, env: for_root(path) });
  t.after(async () => {
    server.kill('SIGTERM');
    await server.ended;
  });
  await until(`sshd listens ${server.said.stderr}`, () => server.said.stderr.includes('Server listening') || server.exitCode !== null);
  assert.equal(server.exitCode, null, server.said.stderr);
  return { path, port, server, keys: { host, user, other }, user: userInfo().username };
}

// A name server on port 53 of a network of the test's own: who asks it, and how long it takes, is the test's to say.
import { createSocket } from 'node:dgram';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { folder, root } from './daemon.mjs';

/// Whether this process is in such a network.
export const inside = process.env.CANARY_PRIVATE_NETWORK === 'yes';

/// Runs this test file there, as a test of its own. Gives a reason to skip where that cannot be.
export function run_inside(t, file) {
  const path = folder(t, { 'resolv.conf': 'nameserver 127.0.0.1\noptions timeout:5 attempts:1\n' });
  const ran = spawnSync('python3', [join(root, 'test/e2e/private_network.py'), join(path, 'resolv.conf'), process.execPath, '--test', fileURLToPath(file)],
    { env: { ...process.env, NODE_TEST_CONTEXT: undefined, CANARY_PRIVATE_NETWORK: 'yes' }, encoding: 'utf8', timeout: 115_000, killSignal: 'SIGTERM' });
  if (ran.error?.code === 'ENOENT' || ran.status === 77) return t.skip('no network of its own here (python3, unshare)');
  for (const line of ran.stdout.split('\n')) if (/^\s*# .*\S/.test(line) && !/^# (tests|pass|fail|suites|cancelled|skipped|todo|duration_ms) /.test(line)) t.diagnostic(line.replace(/^\s*# /, ''));
  if (ran.status !== 0) throw new Error(`${ran.error ?? ''}${ran.stdout}${ran.stderr}`);
}

function name_in(query) {
  const labels = [];
  for (let at = 12; query[at]; at += query[at] + 1) labels.push(query.toString('latin1', at + 1, at + 1 + query[at]));
  return labels.join('.');
}

// RFC 1035, 4: 127.0.0.1 to who asks for A, and nothing to who asks for something else.
function answer_to(query) {
  const end = query.indexOf(0, 12) + 5;
  const is_a = query.readUInt16BE(end - 4) === 1;
  const head = Buffer.from([query[0], query[1], 0x81, 0x80, 0, 1, 0, is_a ? 1 : 0, 0, 0, 0, 0]);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1]);
  return Buffer.concat([head, query.subarray(12, end), ...(is_a ? [record] : [])]);
}

/// Answers each name with 127.0.0.1 after the milliseconds that `delay_of(name)` says; null is never.
export async function name_server(t, delay_of) {
  const server = createSocket('udp4');
  const asked = [];
  server.on('message', (query, from) => {
    const name = name_in(query);
    asked.push(name);
    const delay = delay_of(name);
    const answer = () => server.send(answer_to(query), from.port, from.address);
    if (delay === 0) answer();
    else if (delay !== null) setTimeout(answer, delay);
  });
  await new Promise((ready) => server.bind(53, '127.0.0.1', ready));
  t.after(() => server.close());
  return { asked };
}

// For the tests of this folder: starts the built programs in folders of their own, on free ports of loopback, and ends
// them. CANARYD and CANARYCTL name the programs; build/release has them otherwise.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const canaryd = resolve(process.env.CANARYD ?? join(root, 'build/release/canaryd'));
export const canaryctl = resolve(process.env.CANARYCTL ?? join(root, 'build/release/canaryctl'));

// What the machine's own environment says, of proxies say, is not to change what is tested.
const unpacked = join(root, 'build/tools/usr'); // where ./dev puts nginx and Prometheus
export const plain_environment = {
  PATH: [process.env.PATH, '/usr/sbin', join(unpacked, 'bin'), join(unpacked, 'sbin')].join(':'),
  HOME: tmpdir(),
  LANG: 'C.UTF-8'
};

/// Whether one of these programs is missing: a reason to skip what needs it, or false.
export function missing(...programs) {
  const folders = plain_environment.PATH.split(':');
  const gone = programs.filter((program) => !folders.some((each) => existsSync(join(each, program))));
  return gone.length > 0 && `no ${gone.join(', ')} here`;
}

/// A port of loopback that nobody listens on, for programs that cannot choose one themselves.
export function free_port() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

const alive = new Set();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/// A child process that does not outlive this one. `ended` resolves to its {code, signal, stdout, stderr}.
export function launch(program, args, { cwd, env = {}, stdio = ['ignore', 'pipe', 'pipe'] } = {}) {
  const child = spawn(program, args, { cwd, env: { ...plain_environment, ...env }, stdio });
  alive.add(child);
  child.said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name]?.setEncoding('utf8').on('data', (text) => (child.said[name] += text));
  }
  child.ended = new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => {
      alive.delete(child);
      done({ code, signal, ...child.said });
    });
  });
  return child;
}

/// Runs a program to its end, which must come within `bound` ms.
export async function run(program, args, { bound = 30_000, ...options } = {}) {
  const child = launch(program, args, options);
  const impatience = setTimeout(() => child.kill('SIGKILL'), bound);
  const result = await child.ended;
  clearTimeout(impatience);
  if (result.signal === 'SIGKILL') throw new Error(`${program} ${args.join(' ')} did not end:\n${result.stdout}${result.stderr}`);
  return result;
}

/// Asks again and again until `condition` gives something true, and returns it.
export async function until(what, condition, bound = 15_000) {
  const end = Date.now() + bound;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${bound} ms in vain: ${what}`);
    await new Promise((next) => setTimeout(next, 10));
  }
}

/// A folder with these files, removed after the test `t`.
export function folder(t, files = {}) {
  const path = mkdtempSync(join(tmpdir(), 'canary-e2e-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  write(path, files);
  return path;
}

export function write(path, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
}

/// The source of a configuration with these tests, by name: { source, frequency, … }.
export function configuration(tests, settings = { defaults: { frequency: '1h', timeout: '10s' } }) {
  const lines = Object.entries(tests).map(([name, { source, ...options }]) =>
    `register_test(${JSON.stringify({ name, ...options })}, ${JSON.stringify(source)});\n`);
  return `settings(${JSON.stringify(settings)});\n${lines.join('')}`;
}

/// By canaryctl: a token, and the line for the file of tokens.
export async function make_token(name, may) {
  const { code, stdout, stderr } = await run(canaryctl, ['token', name, may]);
  assert.equal(code, 0, stderr);
  const [token] = stdout.match(/canary_[0-9a-f]{64}/);
  const [, line] = stdout.match(/^ *(\S+ (?:read|write) sha256:[0-9a-f]{64})$/m);
  return { token, line };
}

/// One line of the log each; what is no JSON stays text, and fails whoever looks for its fields.
export function parse_log(text) {
  return text.split('\n').filter(Boolean).map((line) => {
    try {
      return JSON.parse(line);
    } catch {
      return line;
    }
  });
}

/// What Prometheus would read: values by 'name{labels}', as they stand there.
export function parse_metrics(text) {
  const samples = new Map();
  for (const line of text.split('\n')) {
    const space = line.lastIndexOf(' ');
    if (space > 0 && !line.startsWith('#')) samples.set(line.slice(0, space), Number(line.slice(space + 1)));
  }
  return samples;
}

export class Daemon {
  constructor(child) {
    this.child = child;
    this.ended = child.ended;
  }

  get log() {
    return parse_log(this.child.said.stdout);
  }

  messages(msg) {
    return this.log.filter((line) => line.msg === msg);
  }

  signal(name) {
    this.child.kill(name);
  }

  get(path, options = {}) {
    return fetch(new URL(path, this.url), { signal: AbortSignal.timeout(20_000), ...options });
  }

  async json(path, options) {
    const response = await this.get(path, options);
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
    return response.json();
  }

  status() {
    return this.json('/api/v1/status');
  }

  test(name) {
    return this.json(`/api/v1/tests/${encodeURIComponent(name)}`);
  }

  trigger(name) {
    return this.get(`/api/v1/tests/${encodeURIComponent(name)}/run`, { method: 'POST' });
  }

  async metrics() {
    return parse_metrics(await (await this.get('/metrics')).text());
  }

  /// All runs, page by page, newest first.
  async runs(query = '') {
    const all = [];
    for (let cursor = ''; cursor !== null;) {
      const page = await this.json(`/api/v1/runs?limit=1000${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      all.push(...page.runs);
      cursor = page.next;
    }
    return all;
  }

  /// Waits for the first run of a test that has ended, and returns it whole.
  async outcome(name, bound) {
    const last = await until(`a run of '${name}' ends`, async () => (await this.test(name)).last, bound);
    return this.json(`/api/v1/runs/${last.id}`);
  }

  async stop(signal = 'SIGTERM') {
    this.signal(signal);
    return this.ended;
  }
}

/// Starts canaryd in `path` and waits until it is ready. It ends with the test `t` at the latest.
export async function start(t, path, { flags = [], env, bound = 15_000, program = canaryd, before = [] } = {}) {
  const command = [...before, program, '--listen.port=0', ...flags];
  const daemon = new Daemon(launch(command[0], command.slice(1), { cwd: path, env }));
  let over = false;
  daemon.ended.then(() => (over = true), () => (over = true));
  t.after(async () => {
    daemon.signal('SIGKILL');
    await daemon.ended.catch(() => {});
  });
  const ready = await until('canaryd is ready', () => over || daemon.messages('canaryd is ready')[0], bound);
  if (ready === true) throw new Error(`canaryd ended: ${daemon.child.said.stdout}${daemon.child.said.stderr}`);
  daemon.url = ready.url;
  return daemon;
}

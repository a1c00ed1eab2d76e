// Serves the page and the REST API of a pretended daemon: node mock.mjs [PORT]
//
// CANARY_PAGE names the folder with index.html.gz and its scripts and styles; without it, the build folder of
// `npm run build` in web/.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { make_world } from './scenario.mjs';
import { roll_up, summarize, window_of } from './summaries.mjs';

const page_folder = process.env.CANARY_PAGE ?? fileURLToPath(new URL('../../build/page', import.meta.url));
const types = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};
const policy =
  "default-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

async function serve_file(response, name) {
  const content = await readFile(`${page_folder}/${name}.gz`);
  response.writeHead(200, {
    'Content-Type': types[name.split('.').pop()],
    'Content-Encoding': 'gzip',
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': name === 'index.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
  });
  response.end(content);
}

function send(response, code, value) {
  response.writeHead(code, { 'Content-Type': code >= 400 ? 'application/problem+json' : 'application/json' });
  response.end(JSON.stringify(value));
}

const problem = (response, status, title, detail) =>
  send(response, status, { type: 'about:blank', title, status, detail });

function answer_tests(world, query, response, view = (name) => world.view(name)) {
  const names = [...world.tests.keys()].sort();
  const from = query.has('cursor') ? names.findIndex((name) => name > query.get('cursor')) : 0;
  const size = Math.min(Number(query.get('limit') ?? 100), world.max_page);
  const page = from < 0 ? [] : names.slice(from, from + size);
  const next = from >= 0 && from + size < names.length ? page[page.length - 1] : null;
  send(response, 200, { tests: page.map(view), next, total: names.length });
}

/** As canaryd does: what came after the reader's last event, then what happens. */
function answer_events(world, after, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const send_event = ({ id, name, data }) =>
    response.write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  response.write(': canaryd\n\n');
  const [process_id, number] = (after ?? '').split('-');
  if (after && process_id !== String(world.started_at)) {
    send_event({ id: world.last_event(), name: 'missed', data: { reason: 'another process' } });
  } else if (after) {
    world.told.slice(Number(number)).forEach(send_event);
  }
  world.listeners.add(send_event);
  response.on('close', () => world.listeners.delete(send_event));
}

async function answer_maintenance(world, name, request, response) {
  if (world.refuse_pause) return problem(response, 409, 'Conflict', world.refuse_pause);
  if (request.method === 'DELETE') return send(response, 200, world.set_maintenance(name, null));
  let body = '';
  for await (const part of request) body += part;
  world.asked_maintenance = JSON.parse(body);
  const now = Date.now();
  const [since, until] = [now, now + 7_200_000].map((at) => new Date(at).toISOString());
  return send(response, 200, world.set_maintenance(name, { since, until, reason: world.asked_maintenance.reason, by: null }));
}

function answer_api(world, request, response, url) {
  const parts = url.pathname.split('/').slice(3).map(decodeURIComponent);
  const query = Object.fromEntries(url.searchParams);
  const [room, name, what] = parts;
  if (room === 'events' && world.events_full) {
    response.setHeader('Retry-After', '1');
    return problem(response, 503, 'Service Unavailable', 'too many read events; try again later');
  }
  if (room === 'events') return answer_events(world, query.after, response);
  if (room === 'session') return send(response, 200, { tokens: false, name: null, may: 'write' });
  if (room === 'status') return send(response, 200, world.status());
  if (room === 'overview') {
    const view = (each) => world.overview(each, query.outcomes !== 'false');
    return answer_tests(world, url.searchParams, response, view);
  }
  if (room === 'tests' && !name) return answer_tests(world, url.searchParams, response);
  if (room === 'runs' && !name) return send(response, 200, world.list_runs(query));
  if (room === 'runs') {
    const run = world.run(name);
    return run ? send(response, 200, run) : problem(response, 404, 'Not Found', 'there is no such run');
  }
  if (room === 'tests') {
    if (!world.tests.has(name)) return problem(response, 404, 'Not Found', 'there is no such test');
    if (!what) return send(response, 200, world.detail(name));
    const window = what === 'uptime' || what === 'rollups' ? window_of(query) : null;
    if (window) {
      const runs = world.runs_between(name, window);
      if (what === 'uptime') return send(response, 200, { test: name, ...summarize(runs, window) });
      return send(response, 200, roll_up(runs, window, query.step));
    }
    if ((what === 'pause' || what === 'resume') && request.method === 'POST') {
      if (world.refuse_pause) return problem(response, 409, 'Conflict', world.refuse_pause);
      return send(response, 200, world.set_paused(name, what === 'pause'));
    }
    if (what === 'maintenance') return answer_maintenance(world, name, request, response);
    if (what === 'runs') return send(response, 200, world.list_runs({ ...query, test: name }));
    if (what === 'run' && request.method === 'POST') {
      if (world.refuse_runs) return problem(response, 409, 'Conflict', world.refuse_runs);
      return send(response, 202, { id: world.start(name).id });
    }
  }
  return problem(response, 404, 'Not Found', url.pathname);
}

/** A daemon that can be made to fall silent (`away`) or to answer some paths late (`slow`), and whose `world` tests change. */
export async function start_mock(port = 0) {
  const mock = { world: make_world(), away: false, slow: null, asked: 0, lists: 0 };
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (mock.away) return request.socket.destroy();
    const asset = /^\/assets\/([\w.-]+)$/.exec(url.pathname)?.[1];
    if (url.pathname.startsWith('/api/v1/')) {
      mock.asked += 1;
      if (url.pathname === '/api/v1/overview') mock.lists += 1;
      const answer = () => answer_api(mock.world, request, response, url);
      return mock.slow?.test(url.pathname) ? setTimeout(answer, 400) : answer();
    }
    const known = asset ?? (/^\/(?:$|tests\/|runs\/)/.test(url.pathname) ? 'index.html' : null);
    if (!known) return problem(response, 404, 'Not Found', url.pathname);
    return serve_file(response, known).catch((error) => problem(response, 404, 'Not Found', String(error)));
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  /** From now on nobody is answered, and who is connected is not any more. */
  mock.fall_silent = () => {
    mock.away = true;
    server.closeAllConnections();
  };
  /** Who is connected is not any more. */
  mock.cut = () => server.closeAllConnections();
  mock.url = `http://127.0.0.1:${server.address().port}`;
  mock.close = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return mock;
}

/** For people who look: each test runs when it is due. */
function keep_going(world) {
  setInterval(() => {
    for (const test of world.tests.values()) {
      if (test.paused || Date.now() < test.next_run_at) continue;
      test.next_run_at += test.frequency_ms;
      world.start(test.name, test.typical_ms * (0.7 + Math.random()));
    }
  }, 100);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const mock = await start_mock(Number(process.argv[2] ?? 0));
  keep_going(mock.world);
  console.log(mock.url);
}

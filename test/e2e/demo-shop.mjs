// A shop to log in to, for scripts/login.js and its tests: a form with a token, a session cookie, an account page, a
// way out. And an API, for the recipes of docs/cookbook.md (demo-api.mjs).
//
//     node test/e2e/demo-shop.mjs [PORT [FAULT]]
//
// Listens on loopback only. Port 0, the default, picks a free one; the first line on stdout says which. A FAULT breaks
// the shop in one way, so that a test can see the canary notice:
//
//     refuses-everyone    the right password is not taken
//     admits-everyone     any password is
//     loses-the-token     the form has no token in it
//     forgets-the-session the account page sends everyone back to the form
//     greets-nobody       the account page has no name on it
//     keeps-the-session   logging out does not end the session
//     hangs               the form never arrives
//
// and those of the API, which demo-api.mjs lists.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

import { api_routes, faults as api_faults } from './demo-api.mjs';

const faults = ['refuses-everyone', 'admits-everyone', 'loses-the-token', 'forgets-the-session', 'greets-nobody',
  'keeps-the-session', 'hangs', ...api_faults];
const port = Number(process.argv[2] ?? 0);
const fault = process.argv[3] ?? '';
if (!Number.isInteger(port) || port < 0 || port > 65535 || (fault && !faults.includes(fault))) {
  console.error(`usage: demo-shop.mjs [PORT [FAULT]], where FAULT is one of: ${faults.join(' ')}`);
  process.exit(2);
}

const customers = new Map([['canary', 'feathers']]);
const sessions = new Map(); // id → { user, csrf }

const escape = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const fresh = () => randomBytes(16).toString('hex');

function html(response, code, title, content) {
  response.writeHead(code, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`<!doctype html><title>${title}</title><h1>${title}</h1>${content}`);
}

function redirect(response, path) {
  response.writeHead(303, { Location: path });
  response.end();
}

function too_old(response) {
  html(response, 403, 'The form is too old', '<p>Please try again.</p>');
}

function token_field(session) {
  return fault === 'loses-the-token' ? '' : `<input type="hidden" name="csrf" value="${session.csrf}">`;
}

// The visitor's session, by cookie; a new one where there is none.
function session_of(request, response) {
  const id = /(?:^|;\s*)session=([0-9a-f]{32})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  if (id && sessions.has(id)) return { id, ...sessions.get(id) };
  return start_session(response, null);
}

function start_session(response, user) {
  if (sessions.size > 10_000) sessions.delete(sessions.keys().next().value);
  const id = fresh();
  const session = { user, csrf: fresh() };
  sessions.set(id, session);
  response.setHeader('Set-Cookie', `session=${id}; Path=/; HttpOnly; SameSite=Lax`);
  return { id, ...session };
}

async function read_form(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 10_000) throw new Error('the form is too long');
  }
  return new URLSearchParams(text);
}

const routes = {
  ...api_routes(fault),

  'GET /': (request, response) => redirect(response, '/login'),

  'GET /login': (request, response) => {
    if (fault === 'hangs') return;
    const session = session_of(request, response);
    html(response, 200, 'Log in', `<form method="post" action="/login">${token_field(session)}
      <input name="user"><input name="password" type="password"><button>Log in</button></form>`);
  },

  'POST /login': async (request, response) => {
    const session = session_of(request, response);
    const form = await read_form(request);
    if (form.get('csrf') !== session.csrf) return too_old(response);
    const user = form.get('user') ?? '';
    const right = customers.has(user) && customers.get(user) === form.get('password');
    if (fault === 'refuses-everyone' || !(right || fault === 'admits-everyone')) {
      return html(response, 403, 'Wrong name or password', '<p><a href="/login">Try again</a></p>');
    }
    sessions.delete(session.id); // a session from before the login is not to be trusted after it
    start_session(response, user);
    redirect(response, '/account');
  },

  'GET /account': (request, response) => {
    const session = session_of(request, response);
    if (!session.user || fault === 'forgets-the-session') return redirect(response, '/login');
    const greeting = fault === 'greets-nobody' ? 'Hello' : `Hello, ${escape(session.user)}`;
    html(response, 200, 'Your account', `<p>${greeting}</p>
      <form method="post" action="/logout">${token_field(session)}<button>Log out</button></form>`);
  },

  'POST /logout': async (request, response) => {
    const session = session_of(request, response);
    const form = await read_form(request);
    if (form.get('csrf') !== session.csrf) return too_old(response);
    if (fault !== 'keeps-the-session') sessions.delete(session.id);
    response.setHeader('Set-Cookie', 'session=; Path=/; Max-Age=0');
    redirect(response, '/login');
  }
};

const server = createServer((request, response) => {
  const asked = `${request.method} ${request.url.split('?')[0]}`;
  const route = routes[asked] ?? routes[asked.replace(/\/[0-9a-f]{32}$/, '/*')];
  if (!route) return html(response, 404, 'Not found', '');
  Promise.resolve(route(request, response)).catch(() => {
    if (!response.headersSent) html(response, 400, 'Bad request', '');
    request.destroy();
  });
});
server.listen(port, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}

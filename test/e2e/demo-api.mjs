// The demonstration shop's API, for docs/cookbook.md: tokens, GraphQL, files, jobs and orders.
import { randomBytes } from 'node:crypto';

/// What an API may do wrong, for demo-shop.mjs to name.
export const faults = ['denies-clients', 'ignores-tokens', 'answers-with-errors', 'changes-prices', 'garbles-files', 'keeps-files',
  'is-never-ready', 'spoils-jobs', 'loses-orders'];

const clients = new Map([['canary', 'grain']]);
const api_keys = new Set(['sesame-in-a-file']);
const product = { id: '1', name: 'Feather duster', price: 12.5 };
const fresh = () => randomBytes(16).toString('hex');

function json(response, code, value) {
  response.writeHead(code, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(value === undefined ? undefined : JSON.stringify(value));
}

async function read(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    if ((length += chunk.length) > 1e6) throw new Error('the body is too long');
  }
  return Buffer.concat(chunks);
}

// The content of the first part of a form with files.
function first_part(request, body) {
  const mark = /boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '')?.[1];
  const begin = body.indexOf('\r\n\r\n') + 4;
  const end = mark === undefined ? -1 : body.indexOf(`\r\n--${mark}`, begin);
  if (begin < 4 || end < 0) throw new Error('no form with a file');
  return body.subarray(begin, end);
}

/// Handlers by method and path, whose last part may be an id: 'GET /files/*'. `fault` is one of the above, or ''.
export function api_routes(fault) {
  const tokens = new Set(), files = new Map(), jobs = new Map(), orders = new Map();
  const last = (request) => request.url.split('?')[0].split('/').at(-1);
  const bearer = (request) => /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const may_order = (request, response) => api_keys.has(bearer(request)) || json(response, 401, { error: 'no key' });

  return {
    'POST /oauth/token': async (request, response) => {
      const form = new URLSearchParams((await read(request)).toString());
      const [, basic = ''] = /^Basic (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
      const [client, secret] = Buffer.from(basic, 'base64').toString().split(':');
      if (fault === 'denies-clients' || !clients.has(client) || clients.get(client) !== secret) return json(response, 401, { error: 'invalid_client' });
      if (form.get('grant_type') !== 'client_credentials') return json(response, 400, { error: 'unsupported_grant_type' });
      const token = fresh();
      tokens.add(token);
      json(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
    },
    'GET /api/me': (request, response) => {
      if (!tokens.has(bearer(request)) && fault !== 'ignores-tokens') return json(response, 401, { error: 'invalid_token' });
      json(response, 200, { client: 'canary' });
    },

    'POST /graphql': async (request, response) => {
      const { query, variables } = JSON.parse(await read(request));
      if (fault === 'answers-with-errors') return json(response, 200, { data: null, errors: [{ message: 'the catalogue is asleep' }] });
      if (!/product\s*\(/.test(query) || variables?.id !== product.id) return json(response, 200, { data: { product: null } });
      json(response, 200, { data: { product: fault === 'changes-prices' ? { ...product, price: 0 } : product } });
    },

    'POST /files': async (request, response) => {
      const id = fresh();
      files.set(id, first_part(request, await read(request)));
      json(response, 201, { id });
    },
    'GET /files/*': (request, response) => {
      const content = files.get(last(request));
      if (!content) return json(response, 404, { error: 'no such file' });
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
      response.end(fault === 'garbles-files' ? Buffer.concat([content, Buffer.from('!')]) : content);
    },
    'DELETE /files/*': (request, response) => {
      if (fault !== 'keeps-files') files.delete(last(request));
      json(response, 204);
    },

    'POST /jobs': (request, response) => {
      const id = fresh();
      jobs.set(id, 0);
      json(response, 202, { id });
    },
    'GET /jobs/*': (request, response) => {
      const id = last(request);
      if (!jobs.has(id)) return json(response, 404, { error: 'no such job' });
      jobs.set(id, jobs.get(id) + 1);
      const over = jobs.get(id) > 2 && fault !== 'is-never-ready';
      json(response, 200, { state: !over ? 'working' : fault === 'spoils-jobs' ? 'failed' : 'ready', reason: over && fault ? 'out of paper' : undefined });
    },

    'POST /orders': async (request, response) => {
      if (may_order(request, response) !== true) return;
      const id = fresh();
      orders.set(id, JSON.parse(await read(request)));
      json(response, 201, { id });
    },
    'GET /orders': (request, response) => {
      if (may_order(request, response) !== true) return;
      json(response, 200, [...orders.keys()]);
    },
    'GET /orders/*': (request, response) => {
      if (may_order(request, response) !== true) return;
      const order = fault === 'loses-orders' ? undefined : orders.get(last(request));
      json(response, order ? 200 : 404, order ?? { error: 'no such order' });
    },
    'DELETE /orders/*': (request, response) => {
      if (may_order(request, response) !== true) return;
      json(response, orders.delete(last(request)) ? 204 : 404);
    }
  };
}

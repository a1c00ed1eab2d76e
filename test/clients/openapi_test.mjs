// The OpenAPI document: well-formed, about every route and none more, and true of what the daemon answers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, after, test } from 'node:test';

import { bundleFromString, createConfig, lintFromString } from '@redocly/openapi-core';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { configuration, folder, root, start, until } from '../e2e/daemon.mjs';

const source = readFileSync(join(root, 'src/api/openapi.json'), 'utf8');
const written = JSON.parse(source);
const methods = ['get', 'post', 'put', 'patch', 'delete'];

// What the linter recommends and does not fit here, and why.
const unfit = {
  'operation-4xx-response': 'off', // health, metrics and the page refuse nothing
};

let daemon, document, ajv;
const ended = [];
const scope = { after: (task) => ended.unshift(task) };

before(async () => {
  const config = await createConfig({ extends: [] });
  const { bundle } = await bundleFromString({ source, config, dereference: true });
  document = bundle.parsed;
  ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  const login = { source: "log.kv('n', 1).warn('careful'); log.fail('no luck');", labels: { tier: '1' },
    description: 'Whether one can log in', owner: 'shop', runbook: 'https://wiki.example/login' };
  daemon = await start(scope, folder(scope, { 'config.js': configuration({ login, 'front page': { source: '' } }) }));
  await daemon.outcome('login');
  await daemon.outcome('front page');
});

after(async () => {
  for (const task of ended) await task();
});

test('a linter accepts it', async () => {
  const config = await createConfig({ extends: ['recommended-strict'], rules: unfit });
  const found = await lintFromString({ source, config });
  assert.deepEqual(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]), []);
});

test('it has every route of the daemon, and none more', () => {
  const table = readFileSync(join(root, 'src/api/routes.cpp'), 'utf8');
  const routes = [...table.matchAll(/\{verb::([a-z]+)_?, "([^"]+)"/g)].map(([, method, path]) => `${method} ${path}`);
  assert.ok(routes.length > 20);
  const documented = Object.entries(written.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => `${method} ${path}`));
  assert.deepEqual(documented.sort(), routes.sort());
});

test('the daemon serves it', async () => {
  const response = await daemon.get('/api/v1/openapi.json');
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/json');
  assert.deepEqual(await response.json(), written);
});

/// Every request that the document's examples make: one with what is required, and one for each further example.
function* requests() {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods.filter((each) => item[each])) {
      const operation = item[method];
      const parameters = operation.parameters ?? [];
      const needed = parameters.filter((each) => each.required);
      const bodies = Object.values(operation.requestBody?.content?.['application/json']?.examples ?? {});
      const base = { path, method, operation, parameters: needed, body: bodies[0]?.value };
      yield base;
      for (const body of bodies.slice(1)) yield { ...base, body: body.value };
      for (const extra of parameters.filter((each) => !each.required && each.example !== undefined)) {
        yield { ...base, parameters: [...needed, extra], of: extra.name };
      }
    }
  }
}

/// Sends it. `replace` has other values for parameters, by name.
async function send({ path, method, parameters, body }, replace = {}) {
  const query = new URLSearchParams();
  const headers = {};
  let target = path;
  for (const each of parameters) {
    const value = replace[each.name] ?? each.example;
    if (each.in === 'path') target = target.replace(`{${each.name}}`, encodeURIComponent(value));
    if (each.in === 'query') query.set(each.name, value);
    if (each.in === 'header') headers[each.name] = value;
  }
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const over = new AbortController();
  const response = await daemon.get(`${target}${query.size || [...query].length ? `?${query}` : ''}`, {
    method: method.toUpperCase(), headers, signal: over.signal,
    body: body === undefined ? undefined : JSON.stringify(body) });
  const type = response.headers.get('content-type')?.split(';')[0];
  const content = type === 'text/event-stream' ? (over.abort(), '') : await response.text();
  return { status: response.status, type, content };
}

/// Holds an answer to what is written of it.
function check(operation, { status, type, content }, about) {
  const expected = operation.responses[status];
  assert.ok(expected, `${about}: ${status} is not documented`);
  const media = expected.content?.[type] ?? expected.content?.['*/*'];
  assert.ok(media, `${about}: ${status} ${type} is not documented`);
  if (!type.includes('json')) return;
  const valid = ajv.compile(media.schema);
  assert.ok(valid(JSON.parse(content)), `${about}: ${ajv.errorsText(valid.errors)}\n${content.slice(0, 500)}`);
}

test('each of its examples is answered as it says', async () => {
  const run = (await daemon.test('login')).last.id;
  let asked = 0;
  for (const request of requests()) {
    if (request.path === '/assets/{file}' || request.path === '/graphiql') continue; // of builds with the page
    if (request.path === '/login') continue; // of daemons with tokens
    if (request.path.endsWith('/run')) await until('it is over', async () => !(await daemon.test('login')).running.length);
    const about = `${request.method} ${request.path} ${request.of ?? ''}`;
    const answer = await send(request, { id: run });
    assert.ok(answer.status < 300, `${about}: ${answer.status} ${answer.content}`);
    check(request.operation, answer, about);
    ++asked;
  }
  assert.ok(asked > 40, `${asked} requests`);
});

test('what goes wrong is answered as it says', async () => {
  for (const request of requests()) {
    if (request.of) continue;
    const about = `${request.method} ${request.path}`;
    const { responses } = request.operation;
    const reserved = request.path.startsWith('/api/') || request.path === '/-/reload';
    if (reserved) {
      const nonsense = { name: 'nonsense', in: 'query', example: 'x' };
      const bad = await send({ ...request, parameters: [...request.parameters, nonsense] });
      assert.equal(bad.status, 400, about);
      check(request.operation, bad, about);
    }
    if (responses[404] && request.path !== '/graphiql') {
      const subject = request.parameters.length ? request : { ...request, parameters: request.operation.parameters };
      const lost = await send(subject, { name: 'nobody', id: 'nothing', test: 'nobody', file: 'nothing.js' });
      assert.equal(lost.status, 404, about);
      check(request.operation, lost, about);
    }
    if (responses[403]) {
      const sent = await daemon.get(request.path.replace('{name}', 'login'), {
        method: 'POST', headers: { Origin: 'http://other.example', 'Content-Type': 'application/json' },
        body: request.path === '/query' ? JSON.stringify({ query: 'mutation { runTest(name: "login") { id } }' }) : undefined });
      const refused = { status: sent.status, type: sent.headers.get('content-type').split(';')[0], content: await sent.text() };
      assert.equal(refused.status, 403, about);
      check(request.operation, refused, about);
    }
  }
});

// Scripts in the manner of k6, and what each gives; docs/k6.md has the same list.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { canaryctl, root, run } from './daemon.mjs';

const place = join(root, 'test/scripts/k6');
const scripts = readdirSync(place).filter((file) => file.endsWith('.js')).map((file) => {
  const text = readFileSync(join(place, file), 'utf8');
  const [, shows, gives] = /^\/\/ Shows: (.+)\n\/\/ Gives: (.+)\n/.exec(text);
  return { file, shows, gives };
});

const shop = { basket: [], items: [{ name: 'grain', price: 2 }, { name: 'nest', price: 9 }], 'dotted.name': true };
const routes = {
  '/': (_, response) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end('<h1>hello</h1>'),
  '/json': (_, response) => response.end(JSON.stringify(shop)),
  '/items/7': (_, response) => response.end('item 7'),
  '/bytes': (_, response) => response.end(Buffer.from([0xff, 0x80, 1, 0])),
  '/length': (_, response, body) => response.end(String(body.length)),
  '/hangs': () => {},
  '/echo': ({ method, headers }, response, body) => response.end(JSON.stringify({ method, headers, body: body.toString() })),
  '/set-cookie': ({ url }, response) => response.setHeader('Set-Cookie', `${url.split('?')[1]}; Path=/; HttpOnly`).end(),
  '/login': (_, response, body) => {
    if (body.toString() !== 'name=canary&password=feathers') return response.writeHead(403).end();
    response.writeHead(303, { Location: '/account', 'Set-Cookie': 'who=canary; Path=/' }).end();
  },
  '/account': ({ headers }, response) => response.writeHead(headers.cookie === 'who=canary' ? 200 : 403).end('hello canary')
};
const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const route = routes[request.url.split('?')[0]];
  if (route) route(request, response, Buffer.concat(parts));
  else response.writeHead(404).end();
});
before(() => new Promise((listening) => server.listen(0, '127.0.0.1', listening)));
after(() => {
  server.closeAllConnections();
  server.close();
});

for (const { file, gives } of scripts) {
  test(`${file}: ${gives}`, async () => {
    const env = { SITE: `http://127.0.0.1:${server.address().port}` };
    const { code, stdout, stderr } = await run(canaryctl, ['run', file], { cwd: place, env });
    const said = stdout + stderr, text = gives.replace(/^(fails|refused): /, '');
    assert.equal(code, gives === 'passes' ? 0 : gives.startsWith('refused') ? 2 : 1, said);
    if (text !== 'passes') assert.ok(said.replace(/\s+/g, ' ').includes(text), said);
    if (file.includes('teardown')) assert.match(said, /teardown of (made|crane)/);
  });
}

test('docs/k6.md lists them all, as they are', () => {
  const document = readFileSync(join(root, 'docs/k6.md'), 'utf8');
  const rows = [...document.matchAll(/^\| `(\S+\.js)` \| (.+) \| (.+) \|$/gm)].map(([, file, shows, gives]) => ({ file, shows, gives }));
  assert.deepEqual(rows, scripts.map((script) => ({ ...script, gives: script.gives.split(':')[0] })));
});

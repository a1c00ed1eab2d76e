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

// The run of each by its file, of one canaryctl: it loads its transpiler once.
async function results() {
  const files = scripts.filter(({ gives }) => !gives.startsWith('refused')).map(({ file }) => file);
  const env = { SITE: `http://127.0.0.1:${server.address().port}` };
  const { stdout, stderr } = await run(canaryctl, ['run', '--json', ...files], { cwd: place, env, bound: 90_000 });
  const events = stdout.trim().split('\n').map((line) => JSON.parse(line));
  const found = new Map(events.filter(({ event }) => event === 'finished').map((event) => [event.run.test, event.run]));
  assert.deepEqual([...found.keys()].sort(), files, stderr);
  return found;
}
let once;

for (const { file, gives } of scripts) {
  const [, outcome, cause] = /^(passes|fails|refused)(?:: (.+))?$/.exec(gives);
  test(`${file}: ${gives}`, async () => {
    if (outcome === 'refused') {
      const { code, stdout, stderr } = await run(canaryctl, ['run', file], { cwd: place });
      assert.equal(code, 2, stdout + stderr);
      // The first line alone: the excerpt after it shows what the script says of itself.
      assert.ok((stdout + stderr).split('\n', 1)[0].endsWith(cause), stdout + stderr);
      return;
    }
    const { status, fail_cause, logs } = (await (once ??= results())).get(file);
    assert.deepEqual({ status, fail_cause }, { status: outcome === 'passes' ? 'passed' : 'failed', fail_cause: cause ?? null });
    if (file === 'async-teardown.js') assert.match(JSON.stringify(logs), /thresholds are for k6 alone/);
    if (file.includes('teardown')) assert.match(JSON.stringify(logs), /teardown of (made|crane)/);
  });
}

test('docs/k6.md lists them all, as they are', () => {
  const document = readFileSync(join(root, 'docs/k6.md'), 'utf8');
  const rows = [...document.matchAll(/^\| `(\S+\.js)` \| (.+) \| (.+) \|$/gm)].map(([, file, shows, gives]) => ({ file, shows, gives }));
  assert.deepEqual(rows, scripts.map((script) => ({ ...script, gives: script.gives.split(':')[0] })));
});

// What `canaryctl import` writes is run against the servers that were recorded.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { canaryctl, folder, launch, root, run, until, write } from './daemon.mjs';

const servers = {}, children = [];
before(async () => {
  for (const name of ['demo-shop', 'echo']) {
    const child = launch(process.execPath, [join(root, `test/e2e/${name}.mjs`), '0']);
    children.push(child);
    servers[name] = await until(`${name} listens`, () => /http:\S+/.exec(child.said.stdout)?.[0]);
  }
});
after(() => children.forEach((child) => child.kill('SIGKILL')));

/// Makes requests as a browser does, and keeps them as its network tools would: [page, method, path, form].
async function record(base, requests) {
  const entries = [], jar = new Map();
  let csrf = '';
  for (const [pageref, method, path, form] of requests) {
    const fields = form && { ...form, ...('csrf' in form && { csrf }) };
    const text = fields && new URLSearchParams(fields).toString();
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64)', 'Accept-Language': 'de', 'sec-fetch-mode': 'navigate',
      ...(cookie && { Cookie: cookie }), ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' })
    };
    const answer = await fetch(base + path, { method, headers, body: text, redirect: 'manual' });
    const body = await answer.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? csrf;
    for (const set of answer.headers.getSetCookie()) jar.set(...set.split(';')[0].split('='));
    const pairs = (object) => Object.entries(object).map(([name, value]) => ({ name, value }));
    entries.push({
      pageref,
      startedDateTime: new Date().toISOString(),
      request: {
        method, url: base + path, httpVersion: 'HTTP/1.1', headers: pairs(headers), queryString: [], cookies: [],
        ...(form && { postData: { mimeType: 'application/x-www-form-urlencoded', text, params: pairs(fields) } })
      },
      response: {
        status: answer.status, statusText: answer.statusText, headers: [...answer.headers].map(([name, value]) => ({ name, value })),
        cookies: [], content: { size: body.length, mimeType: answer.headers.get('content-type') ?? '', text: body },
        redirectURL: answer.headers.get('location') ?? ''
      }
    });
  }
  return entries;
}

const har = (entries, pages = []) => JSON.stringify({ log: { version: '1.2', creator: {}, pages, entries } });

test('a login that a browser has recorded runs as a canary, with its token taken anew and its password in a file', async (t) => {
  const entries = await record(servers['demo-shop'], [
    ['page_1', 'GET', '/'],
    ['page_1', 'GET', '/login'],
    ['page_2', 'POST', '/login', { csrf: '', user: 'canary', password: 'feathers' }],
    ['page_2', 'GET', '/account'],
    ['page_3', 'POST', '/logout', { csrf: '' }],
    ['page_3', 'GET', '/login']
  ]);
  const titles = ['The shop', 'Your account', 'Good bye'];
  const pages = titles.map((title, i) => ({ id: `page_${i + 1}`, title, startedDateTime: '', pageTimings: {} }));
  const cwd = folder(t, { 'shop.har': har(entries, pages) });
  const made = await run(canaryctl, ['import', 'shop.har', '-o', 'shop.js', '--secrets.dir', 'secrets'], { cwd });
  assert.equal(made.code, 0, made.stderr);
  assert.equal(made.stdout, '');
  const canary = readFileSync(join(cwd, 'shop.js'), 'utf8');
  assert.match(made.stderr, /site-password: the form field 'password' of POST http:\S+\/login \(written\)/);
  assert.deepEqual(readdirSync(join(cwd, 'secrets')), ['site-password']);
  assert.equal(readFileSync(join(cwd, 'secrets/site-password'), 'utf8'), 'feathers');
  assert.equal(statSync(join(cwd, 'secrets/site-password')).mode & 0o777, 0o600);
  assert.equal(statSync(join(cwd, 'secrets')).mode & 0o777, 0o700);
  const sent = entries.flatMap(({ request }) => (request.postData ? new URLSearchParams(request.postData.text).getAll('csrf') : []));
  const cookies = entries.flatMap(({ response }) => response.headers.filter(({ name }) => name === 'set-cookie').map(({ value }) => /=(\w*)/.exec(value)[1]));
  for (const kept of ['feathers', ...sent, ...cookies.filter(Boolean)]) assert.ok(!canary.includes(kept), canary);
  const ran = await run(canaryctl, ['run', '--json', '--secrets.dir', 'secrets', 'shop.js'], { cwd });
  const { run: last } = ran.stdout.trimEnd().split('\n').map((line) => JSON.parse(line)).find(({ event }) => event === 'finished');
  assert.equal(last.status, 'passed', `${canary}\n${last.fail_cause}`);
  assert.deepEqual(last.steps.map(({ name }) => name), titles);
  assert.deepEqual(last.requests.map(({ method, code }) => `${method} ${code}`), ['GET 303', 'GET 200', 'POST 303', 'GET 200', 'POST 303', 'GET 200']);
  assert.equal(last.checks.length, 9, 'codes, and where redirects lead');

  // The same secrets are found there; a canary is not written over another.
  const again = (...more) => run(canaryctl, ['import', 'shop.har', '-o', 'shop.js', '--secrets.dir', 'secrets', ...more], { cwd });
  const refused = await again();
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /^canaryctl: shop\.js is there already; --force replaces it\n$/);
  assert.equal((await again('--force')).code, 0);
  write(cwd, { 'secrets/site-password': 'another one' });
  assert.match((await again('--force', '-o', 'other.js')).stderr, /\(written\)/);
});

test('a canary of curl commands sends what curl would have sent', async (t) => {
  const echo = servers.echo;
  const rows = [
    [`curl '${echo}/echo?a=b%20c&token=0123456789abcdef'`, { method: 'GET', path: '/echo?a=b%20c&token=0123456789abcdef' }],
    [`curl ${echo}/echo -d user=ann -d 'password=geheim b&c'`, { method: 'POST', body: 'user=ann&password=geheim b&c' }],
    [`curl ${echo}/echo -d user=ann --data-urlencode 'password=a b&c'`, { body: 'user=ann&password=a+b%26c', type: 'application/x-www-form-urlencoded' }],
    [`curl -X PUT ${echo}/echo --json '{"password": "geheim", "n": [1, 2.5, null]}'`,
      { method: 'PUT', body: '{"password":"geheim","n":[1,2.5,null]}', type: 'application/json' }],
    [`curl ${echo}/echo -u ann:geheim`, { authorization: `Basic ${Buffer.from('ann:geheim').toString('base64')}` }],
    [`curl ${echo}/echo -H 'Authorization: Bearer abcdefgh' -b 'a=1; b=2'`, { authorization: 'Bearer abcdefgh', cookie: 'a=1; b=2' }],
    [`curl -L ${echo}/redirect/2 -A 'mine/1.0'`, { method: 'GET', path: '/echo', 'user-agent': 'mine/1.0' }],
    [`curl -G ${echo}/echo -d q=feathers`, { method: 'GET', path: '/echo?q=feathers' }],
    [`curl ${echo}/echo -H 'Host: shop.test'`, { host: 'shop.test' }],
    [`curl ${echo}/ec{ho} -H 'Content-Type:' -d a=b`, { body: 'a=b' }],
    [`curl --resolve shop.test:${new URL(echo).port}:127.0.0.1 http://shop.test:${new URL(echo).port}/echo`, { method: 'GET' }],
    [`curl ${echo}/echo -H 'Content-Type: text/plain' --data-raw $'one\\ntwo \\u00e9 \\''`, { body: "one\ntwo é '", type: 'text/plain' }]
  ];
  const cwd = folder(t);
  for (const [at, [command, wanted]] of rows.entries()) {
    const made = await run(canaryctl, ['import', command, '-o', `${at}.js`, '--secrets.dir', 'secrets', '--force'], { cwd });
    assert.equal(made.code, 0, made.stderr);
    write(cwd, { [`${at}.js`]: readFileSync(join(cwd, `${at}.js`), 'utf8').replace(/^ {2}check/m, '  log.kv("got", response.json()).info("got");\n$&') });
    const { stdout } = await run(canaryctl, ['run', '--json', '--secrets.dir', 'secrets', `${at}.js`], { cwd });
    const said = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
    const last = said.find(({ event }) => event === 'finished').run;
    assert.equal(last.status, 'passed', `${command}\n${readFileSync(join(cwd, `${at}.js`), 'utf8')}\n${last.fail_cause}`);
    const { method, path, body, headers } = said.find(({ event }) => event === 'log').log.fields.got;
    const got = { method, path, body, type: headers['content-type']?.[0], authorization: headers.authorization?.[0], cookie: headers.cookie?.[0], 'user-agent': headers['user-agent']?.[0], host: headers.host?.[0] };
    // Values of secrets are masked in the log.
    const secrets = readdirSync(join(cwd, 'secrets')).map((name) => readFileSync(join(cwd, 'secrets', name), 'utf8'));
    const masked = (text) => secrets.flatMap((s) => [s, encodeURIComponent(s), encodeURIComponent(s).replaceAll('%20', '+'), Buffer.from(`ann:${s}`).toString('base64')])
      .reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    for (const [name, value] of Object.entries(wanted)) assert.equal(masked(got[name] ?? ''), masked(value), `${command}: ${name}`);
  }
});

test("canaryctl's own archive is read again", async (t) => {
  const cwd = folder(t, { 'first.js': `http.get('${servers['demo-shop']}/login');\nhttp.get('${servers.echo}/redirect/1');\nhttp.post('${servers.echo}/echo');\n` });
  assert.equal((await run(canaryctl, ['run', '--har', 'all.har', 'first.js'], { cwd })).code, 0);
  const made = await run(canaryctl, ['import', '--third-party', '-o', 'again.js', 'all.har'], { cwd });
  assert.equal(made.code, 0, made.stderr);
  const ran = await run(canaryctl, ['run', '--har', 'again.har', 'again.js'], { cwd });
  assert.equal(ran.code, 0, ran.stdout + readFileSync(join(cwd, 'again.js'), 'utf8'));
  const asked = (file) => JSON.parse(readFileSync(join(cwd, file), 'utf8')).log.entries.map(({ request, response }) => [request.method, request.url, response.status]);
  assert.deepEqual(asked('again.har'), asked('all.har'));
});

test('what a canary is made of passes check, comes by standard input too, and is refused with its place', async (t) => {
  const cwd = folder(t, { 'config.js': "register_test({ name: 'made', frequency: '1m', timeout: '9s' }, file('made.js'));", 'bad.har': '{"log": {\n "entries": [{"request": {"method": "GET", "url": 7}, "response": {}}]}}\n' });
  const piped = launch(canaryctl, ['import', '-', '-o', 'made.js'], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  piped.stdin.end(`curl '${servers.echo}/echo' \\\n  -H 'x-api-key: 0123456789' \\\n  --compressed\n`);
  assert.equal((await piped.ended).code, 0, piped.said.stderr);
  assert.match(piped.said.stderr, /site-x-api-key: the header x-api-key of GET /);
  assert.equal((await run(canaryctl, ['check'], { cwd })).code, 0);
  for (const [args, says] of [
    [['bad.har'], /^canaryctl: bad\.har:2:51: log\.entries\[0\]\.request\.url: a text is wanted, and not a number\n$/],
    [['gone.har'], /there is no file gone\.har/],
    [['made.js'], /made\.js is neither an HTTP archive, which is JSON, nor a curl command/],
    [['curl', '--frob', 'http://x'], /the curl command: curl's option '--frob' is not understood/],
    [['curl http://x | jq .'], /the curl command: 1:15: '\|' is for a shell/],
    [[], /'import' wants a curl command in quotes/]
  ]) {
    const { code, stdout, stderr } = await run(canaryctl, ['import', ...args], { cwd });
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, says);
  }
});

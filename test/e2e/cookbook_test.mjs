// Every recipe of docs/cookbook.md passes where the shop works, and says what is wrong where it does not.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { test } from 'node:test';

import { canaryctl, folder, launch, root, run, until, write } from './daemon.mjs';

// By the recipe's heading: what the shop does wrong, and what the run then says.
const recipes = {
  'Log in with a CSRF token': {
    'refuses-everyone': /in the step 'the right one is taken': expected 403 to equal 303/,
    'admits-everyone': /in the step 'the wrong password is refused': expected 303 to equal 403/,
    'loses-the-token': /there is no token in the form/,
    'forgets-the-session': /in the step 'the account is there': expected 303 to equal 200/,
    'greets-nobody': /the account page does not greet the customer/
  },
  'OAuth client credentials': {
    'denies-clients': /no token: 401 invalid_client/,
    'ignores-tokens': /the code for a stranger: expected 200 to equal 401/
  },
  'A GraphQL API': {
    'answers-with-errors': /GraphQL says: the catalogue is asleep/,
    'changes-prices': /'costs something'/
  },
  'Upload and download': {
    'garbles-files': /bytes: expected 4097 to equal 4096/,
    'keeps-files': /the code after it was removed: expected 200 to equal 404/
  },
  'Ask until it is ready': {
    'is-never-ready': /the job is still working after 1 s/,
    'spoils-jobs': /the job has failed: out of paper/
  },
  'When a certificate ends': { 'has-a-certificate-that-ends-soon': /the certificate of localhost ends in 2 days/, 'has-a-strange-certificate': /localhost: .*(self-signed|not trusted)/ },
  'Clean up after a failure': { 'loses-orders': /the code of the order: expected 404 to equal 200/ },
  'Secrets': { 'has-another-lock': /the key \*\*\* opens nothing: 401/ }
};

const document = readFileSync(join(root, 'docs/cookbook.md'), 'utf8');
const sections = new Map(document.split(/^## /m).slice(1).map((text) => [text.slice(0, text.indexOf('\n')), text]));
const script_of = (heading) => /^```js\n(.*?)^```$/ms.exec(sections.get(heading))[1];

test('every recipe has its row here', () => {
  for (const [heading, text] of sections) assert.equal(text.match(/^```js$/gm)?.length, 1, heading);
  assert.deepEqual([...sections.keys()], Object.keys(recipes));
});

const secrets = { 'secrets/shop-password': 'feathers', 'secrets/oauth-client-secret': 'grain', 'secrets/shop-api-key': 'sesame-in-a-file' };

/// The environment of a recipe against a shop that does this wrong.
async function shop(t, fault) {
  const child = launch('node', [join(root, 'test/e2e/demo-shop.mjs'), '0', fault]);
  t.after(() => child.kill('SIGKILL'));
  const url = await until('the shop listens', () => /http:\S+/.exec(child.said.stdout)?.[0]);
  return { url, env: { SHOP_URL: url, PATIENCE_SECONDS: fault === 'is-never-ready' ? '1' : '30' } };
}

async function tls_server(t, cwd, fault) {
  const days = fault === 'has-a-certificate-that-ends-soon' ? '3' : '90';
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', days, '-subj', '/CN=localhost',
    '-addext', 'subjectAltName=DNS:localhost', '-keyout', join(cwd, 'key'), '-out', join(cwd, 'cert')], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(join(cwd, 'key')), cert: readFileSync(join(cwd, 'cert')) }, (_, response) => response.end());
  t.after(() => server.close());
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const trust = fault === 'has-a-strange-certificate' ? {} : { SSL_CERT_FILE: join(cwd, 'cert') };
  return { env: { TLS_HOST: 'localhost', TLS_PORT: String(server.address().port), ...trust } };
}

async function cook(t, heading, fault) {
  const cwd = folder(t, { 'recipe.js': script_of(heading), ...secrets });
  if (fault === 'has-another-lock') write(cwd, { 'secrets/shop-api-key': 'another-key-in-a-file' });
  const server = heading === 'When a certificate ends' ? await tls_server(t, cwd, fault) : await shop(t, fault === 'has-another-lock' ? '' : fault);
  const result = await run(canaryctl, ['run', '--secrets.dir', 'secrets', 'recipe.js'], { cwd, env: server.env });
  for (const secret of Object.values(secrets)) assert.ok(!result.stdout.includes(secret), `${secret} is masked`);
  return { ...result, url: server.url };
}

for (const [heading, faults] of Object.entries(recipes)) {
  test(`${heading}: passes`, async (t) => {
    const { code, stdout, stderr } = await cook(t, heading, '');
    assert.equal(code, 0, stdout + stderr);
  });
  for (const [fault, says] of Object.entries(faults)) {
    test(`${heading}: fails where the shop ${fault.replaceAll('-', ' ')}`, async (t) => {
      const { code, stdout, stderr, url } = await cook(t, heading, fault);
      assert.equal(code, 1, stdout + stderr);
      assert.match(stdout, says);
      if (heading === 'Clean up after a failure') {
        const left = await fetch(`${url}/orders`, { headers: { Authorization: `Bearer ${secrets['secrets/shop-api-key']}` } });
        assert.deepEqual(await left.json(), [], 'nothing is left behind');
      }
    });
  }
}

// What names a run has: asked of one, which talks to servers of this file's.

import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

// Each is looked at in a script and in the declarations alike, so it is written such that both understand it.
const looked_at = [
  'http', 'log', 'console', 'std', 'std.time', 'std.os', 'std.do', 'std.time.since(std.time.now())', 'dns', 'tcp', 'tls', 'exec', 'secrets', 'ssh',
  'test', 'test.labels', '_', 'performance', 'Reflect', 'Math', 'JSON', 'http.session()', 'http.get("SECURE", { tls: { insecure: true } })', 'http.get("PLAIN").timings',
  'http.get("PLAIN").cookies.a[0]', 'http.get("PLAIN/redirect").redirects[0]', 'http.get("SECURE", { tls: { insecure: true } }).tls',
  'http.get("SECURE", { tls: { insecure: true } }).tls!.chain[0]', 'tls.inspect("127.0.0.1", 1)', 'exec.run("true")', 'tcp.connect("127.0.0.1", 1)',
  'expect', 'expect(1)', 'assert', 'require("chai")',
];

const listening = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));

export async function namesOfARun() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'canary-types-'));
  const plain = http.createServer((request, response) => {
    if (request.url === '/redirect') response.writeHead(302, { Location: '/' });
    else response.setHeader('Set-Cookie', 'a=b');
    response.end('hello');
  });
  try {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1',
      '-keyout', path.join(folder, 'key'), '-out', path.join(folder, 'cert')], { stdio: 'ignore' });
    const secure = https.createServer({ key: fs.readFileSync(path.join(folder, 'key')), cert: fs.readFileSync(path.join(folder, 'cert')) },
      (_, response) => response.end('hello'));
    const ports = { plain: await listening(plain), secure: await listening(secure) };
    try {
      return await ask(folder, ports);
    } finally {
      secure.close();
    }
  } finally {
    plain.close();
    fs.rmSync(folder, { recursive: true });
  }
}

async function ask(folder, ports) {
  // A script that names what ES5 lacks would get the newer library.
  // What is expected of a value is behind a proxy, which hides its names; some are Chai's own business.
  const real = (expression) => expression.replace('expect(1)', '_.omit(all_of(require("chai").Assertion.prototype), "__flags", "__methods", "_obj", "assert")').replace('PLAIN', `http://127.0.0.1:${ports.plain}`).replace('SECURE', `https://127.0.0.1:${ports.secure}/`)
    .replace('tls!.', 'tls.').replace('Reflect', "global['Ref' + 'lect']").replace('tls.inspect("127.0.0.1", 1)', `tls.inspect("127.0.0.1", ${ports.secure})`)
    .replace('tcp.connect("127.0.0.1", 1)', `tcp.connect("127.0.0.1", ${ports.secure}, { tls: { insecure: true } })`);
  const script = path.join(folder, 'names.js');
  // Who mentions a module's names has them.
  fs.writeFileSync(script, `
    typeof require;
    var values = [${looked_at.map((e) => `function () { return ${real(e)}; }`).join(',\n')}];
    function names_of(value) {
      var names = Object.getOwnPropertyNames(value);
      for (var up = Object.getPrototypeOf(value); up && up !== Object.prototype && up !== Function.prototype; up = Object.getPrototypeOf(up)) {
        names = names.concat(Object.getOwnPropertyNames(up));
      }
      if (typeof value === 'function') names = _.without(names, 'length', 'name', 'prototype', 'fileName', 'default');
      return _.uniq(_.without(names, 'constructor')).sort();
    }
    function all_of(value) {
      return _.object(names_of(value), []);
    }
    var global = new Function('return this')();
    var globals = _.without(Object.getOwnPropertyNames(global), 'values', 'names_of', 'all_of', 'global', 'globals').sort();
    log.kv({ globals: globals, values: _.map(values, function (value) { return names_of(value()); }) }).info('names');`);
  const modern = path.join(folder, 'modern.ts');
  fs.writeFileSync(modern, `log.kv('modern', Object.getOwnPropertyNames(new Function('return this')()).sort()).info('names');`);
  const { stdout } = await promisify(execFile)(process.env.CANARYCTL, ['run', '--allow.exec', script, modern], { maxBuffer: 1 << 24 });
  const line = stdout.split('\n').find((l) => l.includes(' info  names'));
  const found = JSON.parse(/ globals=(\[.*?\])/.exec(line)[1]);
  const values = JSON.parse(/ values=(\[\[.*\]\])/.exec(line)[1]);
  const modernGlobals = JSON.parse(/ modern=(\[.*?\])/.exec(stdout)[1]);
  return { globals: found, modernGlobals, values: Object.fromEntries(looked_at.map((e, i) => [e, values[i]])) };
}

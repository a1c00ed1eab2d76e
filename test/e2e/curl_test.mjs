// What canaries are told, held to what curl is told: status, headers, body and redirects of the same URLs.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { configuration, folder, missing, run, start } from './daemon.mjs';
import { nginx } from './servers.mjs';

const words = 'all day long '.repeat(500);
const site = `
  gzip on; gzip_types text/plain application/json; gzip_min_length 100;
  server {
    listen 127.0.0.1:PORT;
    root www;
    location = /moved { return 301 /words.txt; }
    location = /found { return 302 words.txt?x=1; }
    location = /see-other { return 303 http://127.0.0.1:PORT/index.html; }
    location = /temporary { return 307 /folder; }
    location = /permanent { return 308 //127.0.0.1:PORT/index.html; }
    location = /chain/1 { return 302 /chain/2; }
    location = /chain/2 { return 301 ./3; }
    location = /chain/3 { return 307 ../chain/4; }
    location = /to-part { return 302 /small.txt#part; }
    location = /chain/4 { if ($args = last) { return 200 end; } return 302 ?last; }
    location = /to-nowhere { return 302 /absent; }
    location = /empty { return 200 ""; }
    location = /no-content { return 204; }
    location = /teapot { return 418 "short and stout"; }
    location = /unauthorized { return 401 "who are you"; }
    location = /unavailable { return 503 "later"; }
    location = /private { auth_basic "private"; try_files /index.html =404; }
    location = /many-headers {
      add_header X-One 1; add_header X-One 2; add_header Set-Cookie a=1; add_header Set-Cookie "b=2; Path=/";
      add_header X-Empty ""; add_header X-Latin "caf\\xe9"; return 200 "headers";
    }
    location = /agent { return 200 $http_accept; }
    location = /query { return 200 $request_uri; }
  }`;
const files = {
  'www/index.html': '<p>hello</p>', 'www/words.txt': words, 'www/small.txt': 'small', 'www/data.json': JSON.stringify({ list: [words] }),
  'www/folder/index.html': '<p>in a folder</p>', 'www/with space.txt': 'spaced', 'www/ä.txt': 'umlaut', 'www/nothing.txt': ''
};
const from_nginx = ['/', '/index.html', '/words.txt', '/small.txt', '/data.json', '/folder', '/folder/', '/with%20space.txt', '/%C3%A4.txt',
  '/nothing.txt', '/absent', '/moved', '/found', '/see-other', '/temporary', '/permanent', '/chain/1', '/chain/3', '/to-part', '/to-nowhere', '/empty',
  '/no-content', '/teapot', '/unauthorized', '/unavailable', '/private', '/many-headers', '/agent', '/query?a=1&b=%20&c=', '/query?',
  '/query?%61=/../&x=(1)', '/words.txt?x#part', '/small.txt;a=b'];

// What nginx does not say, word for word.
const gone = 'HTTP/1.1 200 OK\r\nConnection: close\r\n';
const chunked = (text) => `${text.length.toString(16)}\r\n${text}\r\n`;
const whole = (head, body) => Buffer.concat([Buffer.from(`${gone}${head}Content-Length: ${body.length}\r\n\r\n`), Buffer.from(body)]);
const words_of_ours = {
  '/until-close': `${gone}\r\nuntil the end`,
  '/http-1.0': 'HTTP/1.0 200 OK\r\nX-A: b\r\n\r\nold',
  '/chunked': `${gone}Transfer-Encoding: chunked\r\n\r\n${chunked('one ')}${chunked('two')}0\r\n\r\n`,
  '/chunk-extensions': `${gone}Transfer-Encoding: chunked\r\n\r\n3;a=b;c\r\none\r\n00\r\n\r\n`,
  '/trailers': `${gone}Transfer-Encoding: chunked\r\nTrailer: X-T\r\n\r\n${chunked('body')}0\r\nX-T: 1\r\n\r\n`,
  '/continue-first': `HTTP/1.1 100 Continue\r\n\r\n${gone}Content-Length: 2\r\n\r\nok`,
  '/early-hints': `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${gone}Content-Length: 2\r\n\r\nok`,
  '/no-reason': 'HTTP/1.1 200\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok',
  '/odd-reason': 'HTTP/1.1 299 Quite: so\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok',
  '/not-modified': 'HTTP/1.1 304 Not Modified\r\nConnection: close\r\nContent-Length: 10\r\nETag: "x"\r\n\r\n',
  '/reset-content': 'HTTP/1.1 205 Reset Content\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
  '/spaces-in-values': `${gone}X-A:   padded  \r\nX-B:\r\nX-C:\tt\r\nContent-Length: 2\r\n\r\nok`,
  '/case-of-names': `${gone}x-lower: 1\r\nX-UPPER: 2\r\nx-Mixed-CASE: 3\r\nContent-Length: 2\r\n\r\nok`,
  '/gzip': whole('Content-Encoding: gzip\r\n', gzipSync(words)),
  '/x-gzip': whole('Content-Encoding: x-gzip\r\n', gzipSync(words)),
  '/deflate': whole('Content-Encoding: deflate\r\n', deflateSync(words)),
  '/raw-deflate': whole('Content-Encoding: deflate\r\n', deflateRawSync(words)),
  '/brotli': whole('Content-Encoding: br\r\n', brotliCompressSync(words)),
  '/gzip-until-close': Buffer.concat([Buffer.from(`${gone}Content-Encoding: gzip\r\n\r\n`), gzipSync(words)]),
  '/all-bytes': whole('', Buffer.from(Array.from({ length: 256 }, (_, n) => n))),
  '/location-with-space': 'HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: /in path\r\n\r\n',
  '/location-empty': 'HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 4\r\nLocation:\r\n\r\nstay',
  '/location-absent': 'HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 4\r\n\r\nstay',
  '/multiple-choices': 'HTTP/1.1 300 Multiple Choices\r\nConnection: close\r\nContent-Length: 4\r\n\r\nstay',
  '/in%20path': `${gone}Content-Length: 5\r\n\r\nplain`
};

async function odd_server(t) {
  const open = new Set();
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => {}));
    let head = '';
    socket.on('data', (bytes) => {
      head += bytes.toString('latin1');
      if (head.includes('\r\n\r\n')) socket.end(words_of_ours[head.split(' ')[1]] ?? `HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

const canonical = (name) => name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

// What two requests at different times may differ in.
function lasting(headers) {
  const { Date: _, ...others } = headers;
  return others;
}

// curl tells the part, and leaves out the mark of an empty query, though it sends that.
const plain = (url) => url.replace(/#.*/, '').replace(/\?$/, '').toLowerCase();

async function by_curl(url, path) {
  const { code, stdout, stderr } = await run('curl', ['-sS', '-L', '--max-redirs', '10', '--compressed', '--path-as-is', '--globoff',
    '-H', 'Accept:', '-H', 'User-Agent: canary', '-D', join(path, 'head'), '-o', join(path, 'body'), '-w', '%{url_effective}', url]);
  assert.equal(code, 0, `curl ${url}: ${stderr}`);
  const blocks = readFileSync(join(path, 'head'), 'latin1').split('\r\n\r\n').filter(Boolean).map((block) => {
    const [status, ...lines] = block.split('\r\n');
    const headers = {};
    for (const line of lines) {
      const colon = line.indexOf(':');
      (headers[canonical(line.slice(0, colon))] ??= []).push(line.slice(colon + 1).trim());
    }
    return { code: Number(status.split(' ')[1]), reason: status.split(' ').slice(2).join(' '), headers };
  }).filter(({ code }) => code >= 200 || Number.isNaN(code));
  // Trailers come as a block without a status line, which is none of the response's headers.
  const answers = blocks.filter(({ code }) => !Number.isNaN(code));
  const last = answers.at(-1);
  let body = '';
  try {
    body = readFileSync(join(path, 'body')).toString('hex');
  } catch {
    // curl makes no file where there is no body
  }
  return {
    code: last.code, headers: lasting(last.headers), body, url: plain(stdout),
    hops: answers.slice(0, -1).map((each) => `${each.code} ${each.headers.Location}`)
  };
}

const probe = `
  function hex(bytes) {
    var digits = '';
    for (var i = 0; i < bytes.length; ++i) digits += (bytes[i] < 16 ? '0' : '') + bytes[i].toString(16);
    return digits;
  }
  var r = http.get(url, { response_type: 'binary', trace: false, headers: { 'User-Agent': 'canary' } });
  log.kv({ code: r.code, headers: r.headers, body: hex(r.body), url: r.url,
    hops: _.map(r.redirects, function (hop) { return hop.code + ' ' + hop.location; }) }).info('got');`;

test('canaries are told what curl is told', { skip: missing('nginx', 'curl'), timeout: 120_000 }, async (t) => {
  const [served, odd] = [await nginx(t, site, files), await odd_server(t)];
  const urls = [...from_nginx.map((path) => served + path), ...Object.keys(words_of_ours).map((path) => odd + path),
    served, served.replace('127.0.0.1', 'LOCALHOST') + '/query', served.replace('http:', 'HTTP:') + '/small.txt'];
  assert.ok(urls.length >= 50, String(urls.length));
  const tests = Object.fromEntries(urls.map((url) => [url.replace(/^http:../i, (scheme) => `${scheme.slice(0, 4)} `),
    { source: `var url = ${JSON.stringify(url)};${probe}` }]));
  const daemon = await start(t, folder(t, { 'config.js': configuration(tests) }));
  const path = folder(t);
  for (const [n, url] of urls.entries()) {
    const outcome = await daemon.outcome(Object.keys(tests)[n]);
    assert.equal(outcome.status, 'passed', `${url}: ${outcome.fail_cause}`);
    const ours = outcome.logs[0].fields;
    const theirs = await by_curl(url, mkdtempSync(join(path, 'curl-')));
    assert.deepEqual({ ...ours, headers: lasting(ours.headers), url: plain(ours.url) }, theirs, url);
  }
  t.diagnostic(`${urls.length} URLs`);
});

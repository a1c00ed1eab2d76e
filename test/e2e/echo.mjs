// The server that the scripts in test/scripts/http are written against; test/scripts/README.md says what it answers.
//
//     node test/e2e/echo.mjs [PORT]
//
// Listens on loopback only. Port 0, the default, picks a free one; the first line on stdout says which.
import { createServer } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';

function json(response, value, headers = {}) {
  response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value));
}

// Names in lower case, each with all of its values in order.
function header_lists(raw) {
  const lists = {};
  for (let i = 0; i < raw.length; i += 2) (lists[raw[i].toLowerCase()] ??= []).push(raw[i + 1]);
  return lists;
}

async function echo(request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  json(response, {
    method: request.method,
    path: request.url,
    headers: header_lists(request.rawHeaders),
    body: Buffer.concat(parts).toString('utf8')
  });
}

function redirect(response, code, location) {
  response.writeHead(code, { Location: location });
  response.end();
}

const routes = [
  [/^\/echo(?:\?.*)?$/, echo],
  [/^\/json$/, (_, response) =>
    json(response, { name: 'canary', list: [1, { deep: 'down' }], none: null, 'dotted.key': 1 })],
  [/^\/html$/, (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<p>hello</p>');
  }],
  [/^\/headers$/, (_, response) => {
    response.writeHead(200, { 'Set-Cookie': ['a=1', 'b=2'], 'X-One': '1' });
    response.end();
  }],
  [/^\/gzip$/, (_, response) => json(response, gzipSync('{"packed":true}'), { 'Content-Encoding': 'gzip' })],
  [/^\/brotli$/, (_, response) => json(response, brotliCompressSync('{"packed":"well"}'), { 'Content-Encoding': 'br' })],
  [/^\/all-bytes$/, (_, response) => response.end(Buffer.from(Array.from({ length: 256 }, (_, n) => n)))],
  [/^\/trailers$/, (_, response) => {
    response.writeHead(200, { Trailer: 'X-Sum' });
    response.write('some');
    response.addTrailers({ 'X-Sum': '4' });
    response.end();
  }],
  [/^\/set-cookie\/([^?]*)/, (_, response, cookie) => {
    response.writeHead(302, { 'Set-Cookie': decodeURIComponent(cookie), Location: '/echo' });
    response.end();
  }],
  [/^\/status\/(\d{3})$/, (_, response, code) => {
    response.writeHead(Number(code));
    response.end(['204', '304'].includes(code) ? '' : `status ${code}`);
  }],
  [/^\/redirect\/1$/, (_, response) => redirect(response, 302, '/echo')],
  [/^\/redirect\/(\d+)$/, (_, response, n) => redirect(response, 302, `/redirect/${n - 1}`)],
  [/^\/redirect-with\/(30[12378])$/, (_, response, code) => redirect(response, Number(code), '/echo')],
  [/^\/bytes\/(\d+)$/, (_, response, n) => response.end('x'.repeat(Number(n)))],
  [/^\/slow\/(\d+)$/, (_, response, ms) => setTimeout(() => response.end('at last'), Number(ms))],
  [/^\/close$/, (request) => request.socket.destroy()]
];

const server = createServer((request, response) => {
  for (const [pattern, answer] of routes) {
    const match = pattern.exec(request.url);
    if (match) return answer(request, response, ...match.slice(1));
  }
  response.writeHead(404);
  response.end('nothing here');
});
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`);
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}

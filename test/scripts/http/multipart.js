// The option multipart sends fields, bytes and files in parts (RFC 7578).
// expect: pass
// timeout: 5s

var target = '__TARGET__';
var bytes = new Uint8Array([104, 105]);
var echo = http.post(target + '/echo', null, { multipart: {
  field: 'a b',
  list: ['1', 2],
  'na"me\r\n': 'x',
  bytes: bytes,
  named: { data: 'text', filename: 'ü.txt', type: 'text/plain' },
  file: { file: 'http/upload.txt' }
} }).json();
var type = echo.headers['content-type'].join();
var boundary = /^multipart\/form-data; boundary=(canary-[0-9a-f]{32})$/.exec(type)[1];
function part(head, body) {
  return '--' + boundary + '\r\nContent-Disposition: form-data; ' + head + '\r\n\r\n' + body + '\r\n';
}
var wanted = part('name="field"', 'a b') + part('name="list"', '1') + part('name="list"', '2') +
  part('name="na%22me%0D%0A"', 'x') +
  part('name="bytes"; filename="blob"\r\nContent-Type: application/octet-stream', 'hi') +
  part('name="named"; filename="ü.txt"\r\nContent-Type: text/plain', 'text') +
  part('name="file"; filename="upload.txt"\r\nContent-Type: application/octet-stream', 'what a file holds\n') +
  '--' + boundary + '--\r\n';
if (echo.body !== wanted) throw new Error(JSON.stringify(echo.body));

// Shows: a body of bytes, and none
// Gives: passes
import http from 'k6/http';
import { check } from 'k6';

export default function () {
  const bytes = new Uint8Array(http.get(`${__ENV.SITE}/bytes`, { responseType: 'binary' }).body);
  check(bytes, { 'as they came': (b) => b.length === 4 && b[0] === 0xff && b[3] === 0 });
  check(http.get(`${__ENV.SITE}/bytes`, { responseType: 'none' }), { dropped: (r) => r.body === null });
  const sent = http.post(`${__ENV.SITE}/length`, bytes.buffer);
  check(sent, { 'sent as they are': (r) => r.body === '4' });
}

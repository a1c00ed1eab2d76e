// Shows: user and password in the URL
// Gives: passes
import http from 'k6/http';
import encoding from 'k6/encoding';
import { check } from 'k6';

export default function () {
  const url = `${__ENV.SITE}/echo`.replace('://', '://canary:feathers@');
  const expected = `Basic ${encoding.b64encode('canary:feathers')}`;
  check(http.get(url, { auth: 'basic' }), { 'is sent': (r) => r.json('headers.authorization') === expected });
  check(null, {
    'and back': encoding.b64decode('w7bDpA==', 'std', 's') === 'öä',
    'of bytes within others': encoding.b64encode(new Uint8Array([0, 97, 0]).subarray(1, 2)) === 'YQ==',
    'for URLs': encoding.b64encode('??>', 'rawurl') === 'Pz8-' && encoding.b64encode('a', 'rawstd') === 'YQ'
  });
}

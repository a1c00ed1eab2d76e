// Shows: every method, and what each sends
// Gives: passes
import http from 'k6/http';
import { check } from 'k6';

const url = `${__ENV.SITE}/echo`;

export default function () {
  const calls = { POST: http.post, PUT: http.put, PATCH: http.patch, DELETE: http.del, OPTIONS: http.options };
  for (const [method, send] of Object.entries(calls)) {
    const answer = send(url, 'grain', { headers: { 'X-Mark': method } });
    check(answer.json(), {
      [`${method} is sent`]: (sent) => sent.method === method,
      [`${method} has a body`]: (sent) => sent.body === 'grain',
      [`${method} has headers`]: (sent) => sent.headers['x-mark'] === method
    });
  }
  const any = http.request('REPORT', url, null, { tags: { kind: 'rare' } });
  check(any, { 'any method': (r) => r.json('method') === 'REPORT', 'is shown': (r) => r.request.method === 'REPORT' });
  check(http.head(url), { 'HEAD has no body': (r) => r.status === 200 && !r.body });
}

// Shows: a request without an answer, which has status 0
// Gives: passes
import http from 'k6/http';
import { check } from 'k6';

export default function () {
  const closed = http.get('http://127.0.0.1:1/');
  check(closed, {
    'status 0': (r) => r.status === 0,
    'says why': (r) => r.error_code === 1212 && r.error !== '',
    'has nothing': (r) => r.body === null && r.timings.duration === 0
  });
  const late = http.get(`${__ENV.SITE}/hangs`, { timeout: 100 });
  check(late, { 'is late': (r) => r.status === 0 && r.error_code === 1050 });
  const late_too = http.get(`${__ENV.SITE}/hangs`, { timeout: '100ms' });
  check(late_too, { 'is late, too': (r) => r.error_code === 1050 });
}

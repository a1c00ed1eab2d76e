// Shows: one request, a check, a sleep; load options are ignored
// Gives: passes
import http from 'k6/http';
import { check, sleep } from 'k6';

export const options = { vus: 20, duration: '5m', thresholds: { http_req_duration: ['p(95)<300'] } };

export default function () {
  const page = http.get(`${__ENV.SITE}/`);
  check(page, {
    'is there': (r) => r.status === 200,
    'says hello': (r) => r.body.includes('hello'),
    'is HTML': (r) => r.headers['Content-Type'] === 'text/html; charset=utf-8',
    'names its status': (r) => r.status_text === '200 OK' && r.error === '' && r.error_code === 0,
    'was quick': (r) => r.timings.duration < 10000 && r.timings.waiting >= 0
  });
  sleep(0.01);
}

// Shows: requests side by side, in an array and by names
// Gives: passes
import http from 'k6/http';
import { check } from 'k6';

export default function () {
  const url = `${__ENV.SITE}/echo`;
  const list = http.batch([url, ['POST', url, 'grain', { headers: { 'X-Mark': 'two' } }], 'http://127.0.0.1:1/']);
  check(list, {
    'in order': ([first, second]) => first.json('method') === 'GET' && second.json('body') === 'grain',
    'one without an answer': (all) => all[2].status === 0 && all[2].error_code === 1212
  });
  const named = http.batch({ page: `${__ENV.SITE}/`, made: { method: 'PUT', url, body: { a: 1 } } });
  check(named, { 'by name': ({ page, made }) => page.status === 200 && made.json('body') === 'a=1' });
}

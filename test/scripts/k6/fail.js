// Shows: fail ends the run
// Gives: fails: there is no crane: 404
import http from 'k6/http';
import { check, fail } from 'k6';

export default function () {
  const answer = http.get(`${__ENV.SITE}/missing`);
  if (answer.error_code !== 1404) throw new Error('error_code of a 404 is 1404');
  if (!check(answer, { 'is refused': (r) => r.status === 404 })) return;
  fail(`there is no crane: ${answer.status}`);
}

// Shows: groups in groups, which become steps, and a failure in one
// Gives: fails: in the step 'checkout': the basket is empty
import http from 'k6/http';
import { group, fail, check } from 'k6';

export default function () {
  const token = group('shop', () => {
    group('front page', () => check(http.get(`${__ENV.SITE}/`), { 'is there': (r) => r.status === 200 }));
    return 'kept';
  });
  if (token !== 'kept') throw new Error('group gives what its function gives');
  group('checkout', () => {
    const basket = http.get(`${__ENV.SITE}/json`).json('basket');
    if (basket.length === 0) throw new Error('the basket is empty');
    fail('not reached');
  });
}

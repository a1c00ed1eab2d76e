// Shows: what setup gives to the test and to teardown
// Gives: passes
import http from 'k6/http';
import { check } from 'k6';

export function setup() {
  return { id: http.post(`${__ENV.SITE}/echo`, 'made').json('body') };
}

export default function (data) {
  check(data, { 'came from setup': (d) => d.id === 'made' });
}

export function teardown(data) {
  console.log(`teardown of ${data.id}`);
  http.del(`${__ENV.SITE}/echo`);
}

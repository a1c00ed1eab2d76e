// Shows: a setup and a teardown that are async, and thresholds, which are not held
// Gives: passes
import http from 'k6/http';

export const options = { thresholds: { http_req_duration: ['p(95)<500'] } };

export async function setup() {
  return (await http.asyncRequest('POST', `${__ENV.SITE}/echo`, 'made')).json('body');
}

export default async function () {}

export async function teardown(data) {
  await http.asyncRequest('DELETE', `${__ENV.SITE}/echo`);
  console.log(`teardown of ${data}`);
}

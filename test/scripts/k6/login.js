// Shows: a login with a redirect, with a user from shared data
// Gives: passes
import http from 'k6/http';
import { check, group } from 'k6';
import { SharedArray } from 'k6/data';

const users = new SharedArray('users', () => [{ name: 'canary', password: 'feathers' }]);

export default function () {
  const user = users[__ITER % users.length];
  group('log in', () => {
    const account = http.post(`${__ENV.SITE}/login`, { name: user.name, password: user.password });
    check(account, {
      'was led to the account': (r) => r.url === `${__ENV.SITE}/account`,
      greets: (r) => r.status === 200 && r.body === 'hello canary'
    });
  });
  const kept = http.post(`${__ENV.SITE}/login`, { name: user.name, password: user.password }, { redirects: 0 });
  check(kept, { 'the redirect itself': (r) => r.status === 303 && r.headers.Location === '/account' });
}

// Shows: the run's jar, cookies of a request, cookies that the script sets, and takes away
// Gives: passes
import http from 'k6/http';
import { check } from 'k6';

const site = __ENV.SITE;
const sent = (params = {}) => http.get(`${site}/echo`, params).json('headers.cookie');

export default function () {
  const answer = http.get(`${site}/set-cookie?session=s1`);
  check(answer, {
    'cookie was set': (r) => r.cookies.session[0].value === 's1' && r.cookies.session[0].http_only === true
  });
  check(null, { 'is sent back': sent() === 'session=s1' });
  check(null, { 'one more': sent({ cookies: { theme: 'dark' } }).split('; ').sort().join() === 'session=s1,theme=dark' });
  check(null, { 'for one request only': sent() === 'session=s1' });
  check(null, { replaced: sent({ cookies: { session: { value: 's2', replace: true } } }) === 'session=s2' });
  const jar = http.cookieJar();
  jar.set(site, 'session', 's3');
  check(null, { 'set by the script': sent() === 'session=s3', 'is in the jar': jar.cookiesForURL(site).session[0] === 's3' });
  jar.delete(site, 'session');
  check(null, { 'taken away': sent() === undefined });
  http.get(`${site}/set-cookie?session=s4`);
  check(null, { 'set anew': sent() === 'session=s4' });
  jar.clear(site);
  check(null, { cleared: sent() === undefined });
  const other = new http.CookieJar();
  http.get(`${site}/set-cookie?session=s5`, { jar: other });
  check(null, { 'a jar of its own': sent({ jar: other }) === 'session=s5' && sent() === undefined });
}

// Shows: a check that does not hold, which fails the run
// Gives: fails: a check did not hold: 'is missing'
import http from 'k6/http';
import { check } from 'k6';

export default () => {
  const page = http.get(`${__ENV.SITE}/`);
  const held = check(page, { 'is there': (r) => r.status === 200, 'is missing': (r) => r.status === 404 });
  if (held) throw new Error('check gives whether all held');
};

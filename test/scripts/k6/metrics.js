// Shows: metrics of the script's own, which are taken and not kept; URLs with a name
// Gives: passes
import http from 'k6/http';
import { check, randomSeed } from 'k6';
import { Counter, Gauge, Rate, Trend } from 'k6/metrics';

const seen = new Counter('seen'), size = new Gauge('size'), wrong = new Rate('wrong'), waited = new Trend('waited', true);
randomSeed(7);
http.setResponseCallback(http.expectedStatuses(200, { min: 300, max: 399 }));

export default function () {
  const answer = http.get(http.url`${__ENV.SITE}/items/${7}`, { responseType: 'text' });
  seen.add(1);
  size.add(answer.body.length, { kind: 'item' });
  wrong.add(answer.status !== 200);
  waited.add(answer.timings.waiting);
  check(answer, { 'the URL is whole': (r) => r.body === 'item 7', 'one user': __VU === 1 && __ITER === 0 });
}

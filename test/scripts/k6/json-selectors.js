// Shows: json with a path, a length, a list of one key
// Gives: passes
import http from 'k6/http';
import { check } from 'k6';

export default function () {
  const shop = http.get(`${__ENV.SITE}/json`);
  check(shop, {
    'a path': (r) => r.json('items.1.name') === 'nest',
    'a length': (r) => r.json('items.#') === 2,
    'each one': (r) => r.json('items.#.name').join() === 'grain,nest',
    'nowhere': (r) => r.json('items.7.name') === undefined,
    'a dot in a name': (r) => r.json('dotted\\.name') === true
  });
}

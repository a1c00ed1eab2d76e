// Shows: a selector that canaryd does not have
// Gives: fails: canaryd has no such selector of k6, 'items.#(name=="nest").price': write it in JavaScript, with filter and map on json()
import http from 'k6/http';

export default () => { http.get(`${__ENV.SITE}/json`).json('items.#(name=="nest").price'); };

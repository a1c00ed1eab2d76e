// Shows: an async test with requests that give promises
// Gives: passes
import http from 'k6/http';
import { check } from 'k6';

export async function setup() { return 'ready'; }

export default async function (data) {
  const [one, two] = await Promise.all(['one', 'two'].map((body) => http.asyncRequest('POST', `${__ENV.SITE}/echo`, body)));
  check([one, two], { 'both are there': (all) => all.map((r) => r.json('body')).join() === 'one,two', 'was set up': data === 'ready' });
}

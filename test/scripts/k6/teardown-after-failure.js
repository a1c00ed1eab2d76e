// Shows: a teardown that is called though the test has failed
// Gives: fails: broken in the middle
import { sleep } from 'k6';

export function setup() { return 'crane'; }
export function teardown(data) { console.log(`teardown of ${data}`); }

export default function () {
  sleep(0);
  throw new Error('broken in the middle');
}

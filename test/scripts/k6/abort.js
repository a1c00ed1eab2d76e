// Shows: a test that ends itself
// Gives: fails: test aborted: the shop is closed
import exec from 'k6/execution';

export default function () {
  try {
    exec.test.abort('the shop is closed');
  } catch (e) {
    console.log('not reached');
  }
}

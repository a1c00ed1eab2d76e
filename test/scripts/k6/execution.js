// Shows: what k6/execution says of the one user and the one iteration
// Gives: passes
import { check } from 'k6';
import exec, { vu } from 'k6/execution';

export const options = { tags: { product: 'shop' } };

export default function () {
  check(exec, {
    'the first user': (e) => e.vu.idInTest === 1 && vu.idInInstance === 1,
    'the first iteration': (e) => e.scenario.iterationInTest === 0 && e.vu.iterationInScenario === 0,
    'a name': (e) => e.scenario.name === 'default',
    'a time': (e) => e.instance.currentTestRunDuration >= 0 && e.scenario.startTime <= Date.now(),
    'the options': (e) => e.test.options.tags.product === 'shop',
  });
  exec.vu.tags.page = 'front';
}

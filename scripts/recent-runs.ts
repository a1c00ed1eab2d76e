// Watches that runs are listed from the latest on, each with an outcome.
//
// In TypeScript, with a function of lib/api.js, which other canaries require.

import { get } from './lib/api';

interface Run {
  id: string;
  status: 'running' | 'passed' | 'failed' | 'interrupted' | 'skipped';
  start_at: string;
}

export default function (): void {
  const runs: Run[] = get('/api/v1/runs?limit=20').runs;
  const times = runs.map(({ start_at }) => Date.parse(start_at));
  times.forEach((time, i) => {
    if (i > 0 && time > times[i - 1]) log.fail(`run ${runs[i].id} began later than the one before it`);
  });
  for (const { id, status } of runs) check(status, { [`${id} has an outcome`]: (s) => s.length > 0 });
  log.kv('runs', runs.length).info('in order');
}

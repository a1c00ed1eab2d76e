// What is known of one run, until it has ended.
import { get_run } from './api';
import { stale, use_live_data } from './live_hooks';
import type { LiveData } from './live_hooks';
import { run_path } from './routes';
import type { Run } from './types';

/** A run that goes on is asked for again when it has ended, and then no more. */
export const use_run = (id: string): LiveData<Run> =>
  use_live_data<Run>(run_path(id), (_, signal) => get_run(id, signal), {
    apply: (known, events) =>
      events.some((event) => event.kind === 'run_finished' && event.run.id === id) ? stale : known,
    done: (known) => known.status !== 'running',
  });

import { useState } from 'preact/hooks';
import { run_now, why_not } from '../api';
import { run_path } from '../routes';
import { use_notify } from './notices';

/** Starts a run beside the schedule, and says what became of the wish. */
export function RunNow({ test, prominent = false }: { test: string; prominent?: boolean }) {
  const notify = use_notify();
  const [asking, set_asking] = useState(false);
  const start = async (): Promise<void> => {
    if (asking) return;
    set_asking(true);
    try {
      const { id } = await run_now(test);
      notify({
        kind: 'done',
        text: (
          <>
            {test} was started. <a href={run_path(id)}>See the run</a>
          </>
        ),
      });
    } catch (error) {
      notify({ kind: 'refused', text: `${test} was not started: ${why_not(error)}` });
    } finally {
      set_asking(false);
    }
  };
  return (
    <button
      type="button"
      class={prominent ? 'run-now primary' : 'run-now'}
      aria-disabled={asking}
      aria-label={prominent ? undefined : `Run ${test} now`}
      onClick={() => void start()}
    >
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d="M4 2.5v11l9-5.5z" />
      </svg>
      <span class="run-now-text">Run now</span>
    </button>
  );
}

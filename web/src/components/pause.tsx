import { useState } from 'preact/hooks';
import { set_paused, why_not } from '../api';
import { use_live } from '../live_hooks';
import type { Test } from '../types';
import { use_notify } from './notices';

/** Pauses a test or resumes it, and says how it stands afterwards. */
export function PauseButton({ test }: { test: Test }) {
  const live = use_live();
  const notify = use_notify();
  const [asking, set_asking] = useState(false);
  const wanted = !test.paused;
  const ask = async (): Promise<void> => {
    if (asking) return;
    set_asking(true);
    try {
      const now = await set_paused(test.name, wanted);
      const until = now.paused_by === 'configuration' ? 'by its configuration' : 'until somebody resumes it';
      notify({
        kind: 'done',
        text: now.paused ? `${test.name} is paused ${until}.` : `${test.name} is resumed, and runs again.`,
      });
      live.refresh();
    } catch (error) {
      notify({ kind: 'refused', text: `${test.name} was not ${wanted ? 'paused' : 'resumed'}: ${why_not(error)}` });
    } finally {
      set_asking(false);
    }
  };
  return (
    <button type="button" class="pause" aria-disabled={asking} onClick={() => void ask()}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        {wanted ? <path d="M3.5 2.5h3v11h-3zm6 0h3v11h-3z" /> : <path d="M4 2.5v11l9-5.5z" />}
      </svg>
      {wanted ? 'Pause' : 'Resume'}
    </button>
  );
}

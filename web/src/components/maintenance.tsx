// A time in which a test runs on, and nobody is called because of it.
import { useState } from 'preact/hooks';
import { end_maintenance, start_maintenance, why_not } from '../api';
import { use_live } from '../live_hooks';
import type { Test } from '../types';
import { use_notify } from './notices';
import { When } from './when';

const lengths: [string, string][] = [
  ['30m', '30 minutes'],
  ['1h', '1 hour'],
  ['2h', '2 hours'],
  ['4h', '4 hours'],
  ['12h', '12 hours'],
  ['1d', '1 day'],
  ['1w', '1 week'],
];

/** Until when, who asked for it, and why. */
export function MaintenanceNote({ test }: { test: Test }) {
  const window = test.maintenance;
  if (!window) return null;
  return (
    <p class="maintenance-note">
      In maintenance until <When at={window.until} />
      {window.by && `, by ${window.by}`}
      {window.reason && `: ${window.reason}`}
    </p>
  );
}

/** Begins a test's maintenance, for as long as is asked, or ends it. */
export function MaintenanceButton({ test }: { test: Test }) {
  const live = use_live();
  const notify = use_notify();
  const [open, set_open] = useState(false);
  const [asking, set_asking] = useState(false);
  const [duration, set_duration] = useState('1h');
  const [reason, set_reason] = useState('');
  const ask = async (change: () => Promise<unknown>, done: string): Promise<void> => {
    if (asking) return;
    set_asking(true);
    try {
      await change();
      set_open(false);
      notify({ kind: 'done', text: `${test.name} ${done}.` });
      live.refresh();
    } catch (error) {
      notify({ kind: 'refused', text: `The maintenance of ${test.name} was not changed: ${why_not(error)}` });
    } finally {
      set_asking(false);
    }
  };
  if (test.maintenance) {
    const end = () => void ask(() => end_maintenance(test.name), 'is in maintenance no more');
    return (
      <button type="button" aria-disabled={asking} onClick={end}>
        End maintenance
      </button>
    );
  }
  const start = (event: Event): void => {
    event.preventDefault();
    void ask(() => start_maintenance(test.name, duration, reason), 'is in maintenance, and raises no alarm');
  };
  return (
    <>
      <button type="button" aria-expanded={open} onClick={() => set_open(!open)}>
        Maintenance
      </button>
      {open && (
        <form class="maintenance-form" aria-label="Maintenance" onSubmit={start}>
          <label>
            For{' '}
            <select value={duration} onChange={(event) => set_duration(event.currentTarget.value)}>
              {lengths.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <label>
            Reason{' '}
            <input
              type="text"
              maxLength={200}
              value={reason}
              onInput={(event) => set_reason(event.currentTarget.value)}
            />
          </label>
          <button type="submit" aria-disabled={asking}>
            Begin
          </button>
        </form>
      )}
    </>
  );
}

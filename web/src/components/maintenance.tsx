// A time in which a test runs on, and nobody is called because of it.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { end_maintenance, start_maintenance, why_not } from '../api';
import { use_live, use_now } from '../live_hooks';
import { end_words, lengths, read_length } from '../maintenance';
import type { Test } from '../types';
import { use_notify } from './notices';
import { When } from './when';

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

/** When what is chosen would end, which moves on while one thinks. */
function End({ ms }: { ms: number }) {
  return (
    <p id="maintenance-end" class="muted">
      {end_words(use_now(), ms)} The test runs on, and raises no alarm.
    </p>
  );
}

const other = 'other';

function Form({ test, close }: { test: Test; close: (done: boolean) => void }) {
  const choices = useRef<HTMLFieldSetElement>(null);
  const written_field = useRef<HTMLInputElement>(null);
  const [asking, set_asking] = useState(false);
  const [chosen, choose] = useState('1h');
  const [written, write] = useState('');
  const [reason, set_reason] = useState('');
  const [wrong, set_wrong] = useState('');
  useEffect(() => choices.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  const asked = chosen === other ? written.trim() : chosen;
  const length = read_length(asked);
  const start = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (asking) return;
    if (typeof length === 'string') {
      set_wrong(length);
      written_field.current?.focus();
      return;
    }
    set_asking(true);
    set_wrong('');
    try {
      await start_maintenance(test.name, asked, reason);
      close(true);
    } catch (error) {
      set_wrong(`Not begun: ${why_not(error)}`);
      set_asking(false);
    }
  };
  return (
    <form
      class="maintenance-form"
      aria-label="Maintenance"
      onSubmit={(event) => void start(event)}
      onKeyDown={(event) => event.key === 'Escape' && close(false)}
    >
      <fieldset ref={choices} aria-describedby="maintenance-end">
        <legend>How long</legend>
        {[...lengths, [other, 'Other'] as const].map(([value, words]) => (
          <label key={value}>
            <input
              type="radio"
              name="maintenance-length"
              value={value}
              checked={value === chosen}
              onChange={() => {
                choose(value);
                set_wrong('');
              }}
            />{' '}
            {words}
          </label>
        ))}
        {chosen === other && (
          <input
            ref={written_field}
            class="maintenance-written"
            type="text"
            aria-label="How long it lasts"
            placeholder="90m, 1d12h"
            autocomplete="off"
            spellcheck={false}
            value={written}
            aria-invalid={wrong !== ''}
            aria-describedby="maintenance-wrong"
            onInput={(event) => {
              write(event.currentTarget.value);
              set_wrong('');
            }}
          />
        )}
      </fieldset>
      <p id="maintenance-wrong" class="bad" role="alert">
        {wrong}
      </p>
      {typeof length === 'number' && <End ms={length} />}
      <label class="maintenance-reason">
        Reason, for those who look
        <input type="text" maxLength={200} value={reason} onInput={(event) => set_reason(event.currentTarget.value)} />
      </label>
      <div class="maintenance-actions">
        <button type="submit" class="primary" aria-disabled={asking}>
          Begin
        </button>
        <button type="button" onClick={() => close(false)}>
          Cancel
        </button>
      </div>
    </form>
  );
}

interface MaintenanceParts {
  button: JSX.Element;
  /** Null while it is closed. */
  form: JSX.Element | null;
}

/** What begins a test's maintenance, for as long as is asked, or ends it: a button, and the form that it opens. */
export function use_maintenance(test: Test): MaintenanceParts {
  const live = use_live();
  const notify = use_notify();
  const button = useRef<HTMLButtonElement>(null);
  const [open, set_open] = useState(false);
  const [asking, set_asking] = useState(false);
  const changed = (how: string): void => {
    notify({ kind: 'done', text: `${test.name} ${how}.` });
    live.refresh();
  };
  const end = async (): Promise<void> => {
    if (asking) return;
    set_asking(true);
    try {
      await end_maintenance(test.name);
      changed('is in maintenance no more');
    } catch (error) {
      notify({ kind: 'refused', text: `The maintenance of ${test.name} was not ended: ${why_not(error)}` });
    } finally {
      set_asking(false);
    }
  };
  const close = (done: boolean): void => {
    set_open(false);
    if (done) changed('is in maintenance, and raises no alarm');
    button.current?.focus();
  };
  if (test.maintenance) {
    return {
      button: (
        <button ref={button} type="button" aria-disabled={asking} onClick={() => void end()}>
          End maintenance
        </button>
      ),
      form: null,
    };
  }
  return {
    button: (
      <button ref={button} type="button" aria-expanded={open} onClick={() => set_open(!open)}>
        Maintenance
      </button>
    ),
    form: open ? <Form test={test} close={close} /> : null,
  };
}

// What a run checked, and whether it held.
import { useState } from 'preact/hooks';
import { check_glyph, check_kind, check_words } from '../checks';
import { format_duration, plural } from '../format';
import { ms_after } from '../instants';
import { step_path } from '../steps';
import type { Run } from '../types';
import { StepGlyph } from './glyph';

const shown_at_once = 100;

export function Checks({ run }: { run: Run }) {
  const checks = run.checks ?? [];
  const dropped = run.checks_dropped ?? 0;
  const [only_broken, set_only_broken] = useState(false);
  const [shown, show] = useState(shown_at_once);
  if (checks.length === 0 && dropped === 0) return null;
  const broken = checks.filter(({ held }) => !held);
  const listed = only_broken ? broken : checks;
  return (
    <section class="checks" aria-labelledby="checks">
      <div class="section-head">
        <h2 id="checks">
          Checks{' '}
          <small class="muted">
            {checks.length - broken.length} held{broken.length > 0 && `, ${broken.length} did not`}
          </small>
        </h2>
        {broken.length > 0 && broken.length < checks.length && (
          <label class="only-broken">
            <input
              type="checkbox"
              checked={only_broken}
              onChange={(event) => set_only_broken(event.currentTarget.checked)}
            />{' '}
            only what did not hold
          </label>
        )}
      </div>
      <ol class="check-list" role="list">
        {listed.slice(0, shown).map((check, index) => (
          <li key={index} class={`check is-${check_kind(check)}`}>
            <StepGlyph status={check_glyph(check)} />
            <span class="check-name">
              <span class="unseen">{check_words(check)}: </span>
              {check.name}
              {check.soft && <span class="tag">soft</span>}
            </span>
            <span class="check-step muted">{step_path(run.steps ?? [], check.step)}</span>
            <span class="check-at number muted">+{format_duration(ms_after(run.start_at, check.at))}</span>
          </li>
        ))}
      </ol>
      {listed.length > shown && (
        <button type="button" class="older" onClick={() => show(shown + shown_at_once)}>
          {plural(listed.length - shown, 'more check')}
        </button>
      )}
      {dropped > 0 && <p class="muted">{plural(dropped, 'more check')} of this run were not kept.</p>}
    </section>
  );
}

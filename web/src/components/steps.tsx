// A run's steps on its time line, nested, with the checks that were made in them.
import { check_kind, check_words } from '../checks';
import { css_percent, format_duration, plural } from '../format';
import { lay_out_steps } from '../steps';
import type { PlacedStep } from '../steps';
import type { Run } from '../types';
import type { TimeLine } from '../waterfall';
import { StepGlyph } from './glyph';

function Row({ placed }: { placed: PlacedStep }) {
  const { step } = placed;
  const broken = placed.checks.filter(({ check }) => check_kind(check) === 'broken').length;
  const soft = placed.checks.filter(({ check }) => check_kind(check) === 'soft').length;
  return (
    <li class={`step is-${step.status}`} style={{ '--depth': placed.depth }}>
      <span class="step-name">
        <StepGlyph status={step.status} />
        <span class="unseen">{step.status}, </span>
        {placed.depth > 0 && <span class="unseen">level {placed.depth + 1}, </span>}
        <span class="step-text">{step.name}</span>
        {step.cleanup && <span class="tag">cleanup</span>}
      </span>
      <span class="step-checks muted">
        {broken > 0 && <span class="bad">{broken} broken </span>}
        {soft > 0 && <span class="soft">{soft} soft </span>}
        {broken + soft === 0 && placed.checks.length > 0 && plural(placed.checks.length, 'check')}
      </span>
      <span class="step-duration number">{step.status === 'skipped' ? '–' : format_duration(step.duration_ms)}</span>
      <span class="lane" aria-hidden="true">
        {step.status !== 'skipped' && (
          <span
            class="step-bar"
            title={`${step.name}: ${format_duration(step.duration_ms)}, ${format_duration(placed.offset_ms)} after the start`}
            style={{ left: css_percent(placed.start), width: css_percent(placed.width) }}
          />
        )}
        {placed.checks.map(({ check, start }, index) => (
          <span
            key={index}
            class={`check-mark check-${check_kind(check)}`}
            title={`${check_words(check)}: ${check.name}`}
            style={{ left: css_percent(start) }}
          />
        ))}
      </span>
      {step.error && <p class="step-error">{step.error}</p>}
    </li>
  );
}

export function Scale({ line }: { line: TimeLine }) {
  return (
    <div class="scale" aria-hidden="true">
      <div class="lane">
        {line.ticks.map((ms) => {
          const share = ms / line.span_ms;
          // The last one's words stand before it, where there is no room behind it.
          const at = share > 0.9 ? { right: css_percent(1 - share) } : { left: css_percent(share) };
          return (
            <span key={ms} class={`tick${share > 0.9 ? ' tick-last' : share > 0.6 ? ' tick-late' : ''}`} style={at}>
              {ms === 0 ? '0' : format_duration(ms)}
            </span>
          );
        })}
      </div>
    </div>
  );
}

export function Steps({ run, line }: { run: Run; line: TimeLine }) {
  const steps = run.steps ?? [];
  const dropped = run.steps_dropped ?? 0;
  if (steps.length === 0 && dropped === 0) return null;
  const placed = lay_out_steps(steps, run.checks ?? [], run.start_at, line.span_ms);
  const failed = steps.filter(({ status }) => status === 'failed').length;
  return (
    <section class="steps" aria-labelledby="steps">
      <div class="section-head">
        <h2 id="steps">
          Steps <small class="muted">{steps.length}</small>
        </h2>
        {failed > 0 && <span class="bad">{failed} failed</span>}
      </div>
      <Scale line={line} />
      <ol class="step-list" role="list">
        {placed.map((each) => (
          <Row key={each.index} placed={each} />
        ))}
      </ol>
      {dropped > 0 && <p class="muted">{plural(dropped, 'more step')} of this run were not kept.</p>}
    </section>
  );
}

// A test's last outcomes as bars, the newest at the right. A pass's height tells its duration; only what did not pass
// reaches the top. One stop for the Tab key; the arrow keys move along the bars.
import { useEffect, useRef, useState } from 'preact/hooks';
import { get_run } from '../api';
import { format_clock, format_duration, format_time } from '../format';
import { run_path } from '../routes';
import { bar_height, longest_pass } from '../tests';
import type { Outcome, Test } from '../types';
import { ClassTag, StatusGlyph, status_words } from './glyph';
import { Tooltip } from './tooltip';

const places = 60;

function spoken(outcome: Outcome): string {
  const why = outcome.class && outcome.class !== outcome.status ? `, ${outcome.class}` : '';
  return `${status_words[outcome.status]}${why}, ${format_duration(outcome.duration_ms)}, ${format_clock(new Date(outcome.start_at))}`;
}

const causes = new Map<string, string>();
const most_causes = 500;

/** Why a run did not pass. Asked for where no event has told it, once the pointer rests. */
function use_cause({ id, status, fail_cause }: Outcome): string {
  const [, draw] = useState(0);
  const known = status === 'passed' ? '' : (fail_cause ?? causes.get(id));
  useEffect(() => {
    if (known !== undefined) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      get_run(id, asking.signal).then(
        (run) => {
          if (causes.size >= most_causes) causes.clear();
          causes.set(id, run.fail_cause ?? run.skip_reason ?? '');
          draw((n) => n + 1);
        },
        () => undefined,
      );
    }, 120);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [id, known]);
  return known ?? '';
}

function OutcomeCard({ outcome }: { outcome: Outcome }) {
  const cause = use_cause(outcome);
  return (
    <>
      <strong>
        <StatusGlyph status={outcome.status} /> {status_words[outcome.status]} <ClassTag name={outcome.class} />
      </strong>
      <span>{format_duration(outcome.duration_ms)}</span>
      <span class="muted">{format_time(new Date(outcome.start_at), new Date())}</span>
      {cause && <span class="tooltip-cause">{cause}</span>}
    </>
  );
}

export function Strip({ test, tall = false }: { test: Pick<Test, 'name' | 'recent'>; tall?: boolean }) {
  const recent = test.recent.slice(-places);
  const strip = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState<string | null>(null);
  const [shown, show] = useState<{ bar: Element; id: string } | null>(null);
  const last = recent.length - 1;
  const chosen_at = recent.findIndex((outcome) => outcome.id === chosen);
  const stop = chosen_at < 0 ? last : chosen_at;
  const longest = longest_pass(recent);
  const shown_outcome = shown && recent.find((outcome) => outcome.id === shown.id);

  useEffect(() => {
    if (!shown) return;
    const hide = (): void => show(null);
    const on_key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    addEventListener('scroll', hide, { passive: true });
    addEventListener('keydown', on_key);
    return () => {
      removeEventListener('scroll', hide);
      removeEventListener('keydown', on_key);
    };
  }, [shown]);

  const show_bar = (event: Event): void => {
    const bar = event.target instanceof Element ? event.target.closest('a') : null;
    const id = bar?.dataset['run'];
    if (bar && id) show({ bar, id });
  };
  const on_key = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: last };
    const target = steps[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const at = Math.max(0, Math.min(last, target));
    choose(recent[at]?.id ?? null);
    strip.current?.querySelectorAll<HTMLElement>('a')[at]?.focus();
  };

  return (
    <div
      class={`strip${tall ? ' strip-tall' : ''}`}
      role="group"
      aria-label={`Last outcomes of ${test.name}`}
      ref={strip}
      onKeyDown={on_key}
      onPointerOver={show_bar}
      onPointerLeave={() => show(null)}
      onFocusIn={show_bar}
      onFocusOut={() => show(null)}
    >
      {recent.map((outcome, index) => (
          <a
            key={outcome.id}
            class={`bar bar-${outcome.status}`}
            href={run_path(outcome.id)}
            data-run={outcome.id}
            tabIndex={index === stop ? 0 : -1}
            aria-label={spoken(outcome)}
            style={{ '--height': `${Math.round(bar_height(outcome, longest) * 100)}%` }}
          />
        ))}
      {recent.length === 0 && <span class="muted strip-empty">no run has ended yet</span>}
      {shown && shown_outcome && (
        <Tooltip anchor={shown.bar}>
          <OutcomeCard outcome={shown_outcome} />
        </Tooltip>
      )}
    </div>
  );
}

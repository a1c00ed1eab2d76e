// Failures over time as bars, stacked by the part of the world that let them down.
import { format_count, format_time, plural } from '../format';
import { class_totals } from '../stretches';
import type { Stretch } from '../stretches';
import { zoomed_search } from '../windows';
import { class_names, ClassTag } from './glyph';
import { use_roving } from './roving';

const colour = (name: string): string => `class-fill class-${class_names.includes(name) ? name : 'other'}`;

function spoken(stretch: Stretch): string {
  const classes = class_totals([stretch]).map(([name, count]) => `${format_count(count)} ${name}`);
  return `${format_time(new Date(stretch.from))}: ${classes.join(', ') || 'none'} of ${plural(stretch.runs, 'run')}`;
}

export function ClassBars({ stretches, path, search }: { stretches: Stretch[]; path: string; search: string }) {
  const totals = class_totals(stretches);
  const count = (stretch: Stretch): number => Object.values(stretch.classes).reduce((sum, each) => sum + each, 0);
  const most = Math.max(1, ...stretches.map(count));
  const bad = stretches.map((stretch, index) => ({ stretch, index })).filter(({ stretch }) => count(stretch) > 0);
  const { container, place } = use_roving(bad.length, 0, bad.length - 1);
  const order = totals.map(([name]) => name);
  const place_of = new Map(bad.map(({ index }, nth) => [index, nth]));
  return (
    <section class="classes" aria-labelledby="classes">
      <div class="section-head">
        <h2 id="classes">What failed</h2>
        <ul class="legend" role="list" aria-label="Classes of failure in this window">
          {totals.map(([name, total]) => (
            <li key={name}>
              <span class={`swatch ${colour(name)}`} aria-hidden="true" />
              <ClassTag name={name} /> {format_count(total)}
            </li>
          ))}
        </ul>
      </div>
      {bad.length === 0 ? (
        <p class="class-none muted">
          {stretches.some(({ runs }) => runs > 0) ? 'Nothing failed in this window.' : 'Nothing ran in this window.'}
        </p>
      ) : (
        <div class="class-bars" role="group" aria-label="Failures over time" {...container}>
          {stretches.map((stretch, index) => {
            const nth = place_of.get(index);
            if (nth === undefined) return <span key={stretch.from} class="class-bar" />;
            return (
              <a
                key={stretch.from}
                class="class-bar"
                href={path + zoomed_search(search, stretch)}
                data-step
                aria-label={spoken(stretch)}
                title={spoken(stretch)}
                {...place(nth)}
              >
                {order.map((name) => {
                  const part = stretch.classes[name] ?? 0;
                  return (
                    part > 0 && <span key={name} class={colour(name)} style={{ height: `${(100 * part) / most}%` }} />
                  );
                })}
              </a>
            );
          })}
          <span class="class-most muted" aria-hidden="true">
            {format_count(most)}
          </span>
        </div>
      )}
    </section>
  );
}

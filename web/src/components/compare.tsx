// What two runs have in common, and where they part.
import type { ComponentChildren } from 'preact';
import { check_glyph, check_words } from '../checks';
import { difference, is_notable, pair_up, request_key } from '../compare';
import { format_bytes, format_duration, format_url } from '../format';
import { levels } from '../logs';
import { step_path } from '../steps';
import type { HttpExchange, Run } from '../types';
import { phases } from '../waterfall';
import { ClassTag, StepGlyph } from './glyph';

interface Both {
  left: Run;
  right: Run;
}

/** '+84 ms': how much longer the left took. */
function Difference({ left, right }: { left: number | null | undefined; right: number | null | undefined }) {
  const ms = difference(left, right);
  if (ms === null) return <>–</>;
  const text = `${ms > 0 ? '+' : ''}${format_duration(ms)}`;
  return <span class={is_notable(ms, right) ? (ms > 0 ? 'slower' : 'faster') : 'muted'}>{text}</span>;
}

/** What one of the two has. Where the columns have no room beside one another, each names its own. */
const Of = ({ left, children }: { left?: boolean; children: ComponentChildren }) => (
  <td class="compare-of" data-of={left ? 'This run' : 'Compared with'}>
    {children}
  </td>
);

function Table({ id, title, first, rows }: { id: string; title: string; first: string; rows: ComponentChildren[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="compare-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="table-box" tabIndex={0} role="region" aria-labelledby={id}>
        <table class="compare-table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col">This run</th>
              <th scope="col">Compared with</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>{rows}</tbody>
        </table>
      </div>
    </section>
  );
}

const log_counts = (run: Run): string =>
  levels
    .map((level) => [level, run.logs.filter((line) => line.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}`)
    .join(', ') || 'none';

export function CompareFacts({ left, right }: Both) {
  const times: [string, (run: Run) => number | null | undefined][] = [
    ['Duration', (run) => run.duration_ms],
    ['Began late by', (run) => run.lateness_ms],
    ['CPU time', (run) => run.usage?.cpu_ms],
  ];
  const texts: [string, (run: Run) => ComponentChildren][] = [
    ['Peak memory', (run) => (run.usage ? format_bytes(run.usage.peak_memory_bytes) : '–')],
    ['Requests', (run) => run.requests.length + run.requests_dropped],
    ['Log', log_counts],
    ['Class', (run) => (run.class ? <ClassTag name={run.class} /> : '–')],
  ];
  return (
    <Table
      id="facts"
      title="Figures"
      first="What"
      rows={[
        ...times.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <Of left>{format_duration(of(left))}</Of>
            <Of>{format_duration(of(right))}</Of>
            <td>
              <Difference left={of(left)} right={of(right)} />
            </td>
          </tr>
        )),
        ...texts.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <Of left>{of(left)}</Of>
            <Of>{of(right)}</Of>
            <td />
          </tr>
        )),
      ]}
    />
  );
}

export function CompareSteps({ left, right }: Both) {
  const of = (run: Run) =>
    (run.steps ?? []).map((step, index) => ({ step, path: step_path(run.steps ?? [], index) }));
  const pairs = pair_up(of(left), of(right), ({ path }) => path);
  const cell = (each: (typeof pairs)[number]['left']) =>
    each ? (
      <span class="compare-step">
        <StepGlyph status={each.step.status} />
        <span class="unseen">{each.step.status} </span>
        {each.step.status === 'skipped' ? 'skipped' : format_duration(each.step.duration_ms)}
      </span>
    ) : (
      <span class="muted">not made</span>
    );
  return (
    <Table
      id="compare-steps"
      title="Steps"
      first="Step"
      rows={pairs.map((pair, index) => (
        <tr key={index} class={pair.left?.step.status !== pair.right?.step.status ? 'parts' : undefined}>
          <th scope="row">{(pair.left ?? pair.right)?.path}</th>
          <Of left>{cell(pair.left)}</Of>
          <Of>{cell(pair.right)}</Of>
          <td>
            <Difference left={pair.left?.step.duration_ms} right={pair.right?.step.duration_ms} />
          </td>
        </tr>
      ))}
    />
  );
}

/** A request as a bar of its phases, `full_ms` being the whole width. */
function Phases({ request, full_ms }: { request: HttpExchange | null; full_ms: number }) {
  if (!request) return <span class="muted">not made</span>;
  const used = phases.filter(({ key }) => request.timings[key] > 0);
  return (
    <span class="compare-request">
      <span class={request.code === 0 || request.code >= 400 ? 'bad' : undefined}>
        <strong>{request.code || (request.error?.class ?? 'none')}</strong>
      </span>{' '}
      {format_duration(request.timings.duration)}
      <span class="compare-bar" aria-hidden="true">
        {used.map(({ key }) => (
          <span key={key} class={`phase-${key}`} style={{ width: `${(100 * request.timings[key]) / full_ms}%` }} />
        ))}
      </span>
      <span class="compare-phases muted">
        {used
          .map(({ key, label }) => `${label} ${format_duration(request.timings[key])}`.replace(/ /g, '\u00a0'))
          .join(', ')}
      </span>
    </span>
  );
}

export function CompareRequests({ left, right }: Both) {
  const pairs = pair_up(left.requests, right.requests, request_key);
  const full_ms = Math.max(0.001, ...[...left.requests, ...right.requests].map(({ timings }) => timings.duration));
  return (
    <Table
      id="compare-requests"
      title="Requests"
      first="Request"
      rows={pairs.map((pair, index) => {
        const request = pair.left ?? pair.right;
        const { host, rest } = format_url(request?.url ?? '');
        return (
          <tr key={index} class={pair.left?.code !== pair.right?.code ? 'parts' : undefined}>
            <th scope="row">
              <span class="request-method">{request?.method}</span> <span class="muted">{host}</span>
              {rest}
            </th>
            <Of left>
              <Phases request={pair.left} full_ms={full_ms} />
            </Of>
            <Of>
              <Phases request={pair.right} full_ms={full_ms} />
            </Of>
            <td>
              <Difference left={pair.left?.timings.duration} right={pair.right?.timings.duration} />
            </td>
          </tr>
        );
      })}
    />
  );
}

export function CompareChecks({ left, right }: Both) {
  const of = (run: Run) =>
    (run.checks ?? []).map((check) => ({
      check,
      path: [step_path(run.steps ?? [], check.step), check.name].filter(Boolean).join(' › '),
    }));
  const pairs = pair_up(of(left), of(right), ({ path }) => path);
  const cell = (each: (typeof pairs)[number]['left']) =>
    each ? (
      <span class="compare-step">
        <StepGlyph status={check_glyph(each.check)} />
        {check_words(each.check)}
      </span>
    ) : (
      <span class="muted">not made</span>
    );
  return (
    <Table
      id="compare-checks"
      title="Checks"
      first="Check"
      rows={pairs.map((pair, index) => (
        <tr key={index} class={pair.left?.check.held !== pair.right?.check.held ? 'parts' : undefined}>
          <th scope="row">{(pair.left ?? pair.right)?.path}</th>
          <Of left>{cell(pair.left)}</Of>
          <Of>{cell(pair.right)}</Of>
          <td>{pair.left && pair.right && pair.left.check.held === pair.right.check.held ? '' : 'differs'}</td>
        </tr>
      ))}
    />
  );
}

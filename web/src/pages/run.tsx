// One run: what came of it, why, what it asked for and what it logged.
import { Checks } from '../components/checks';
import { Facts } from '../components/facts';
import { Failure } from '../components/failure';
import { Frame } from '../components/frame';
import { status_words, StatusGlyph } from '../components/glyph';
import { Heading } from '../components/heading';
import { LogLines } from '../components/log_lines';
import { Neighbours } from '../components/neighbours';
import { RawJson } from '../components/raw_json';
import { Resources } from '../components/resources';
import { RunNow } from '../components/run_now';
import { Steps } from '../components/steps';
import { Waterfall } from '../components/waterfall';
import { Age, When } from '../components/when';
import { format_clock, format_duration } from '../format';
import { overview_path, run_path, test_path } from '../routes';
import { use_run } from '../run_data';
import { end_of_steps } from '../steps';
import { lay_out } from '../waterfall';
import { Missing } from './missing';

const triggers: Record<string, string> = {
  schedule: 'the schedule',
  manual: 'a person, by hand',
  command_line: 'the command line',
};

export function OneRun({ id, search }: { id: string; search: string }) {
  const { data: run, refusal } = use_run(id);
  if (refusal && !run) {
    const absent = refusal.status === 404 || refusal.status === 400;
    return (
      <Missing
        what={absent ? 'There is no such run' : 'The run could not be read'}
        detail={absent ? id : refusal.message}
      />
    );
  }
  if (!run) {
    return (
      <Frame title="Run">
        <Heading>Run</Heading>
        <p class="loading">Asking canaryd…</p>
      </Frame>
    );
  }
  const running = run.status === 'running';
  // Steps and requests stand on one time line, so that one can be seen below the other.
  const line = lay_out(run.start_at, run.duration_ms, run.requests, end_of_steps(run.steps ?? [], run.start_at));
  return (
    <Frame title={`${status_words[run.status]}: ${run.test}`}>
      <nav class="crumbs" aria-label="Where this is">
        <a href={overview_path}>All tests</a> <span aria-hidden="true">/</span>{' '}
        <a href={test_path(run.test)}>{run.test}</a>
      </nav>
      <section class={`head run-head is-${run.status}`}>
        <div class="head-line">
          <Heading>
            <StatusGlyph status={run.status} />
            {status_words[run.status]}
            <span class="run-of">
              {running ? (
                <>
                  {' '}
                  for <Age since={run.start_at} />
                </>
              ) : (
                <> after {format_duration(run.duration_ms)}</>
              )}
            </span>
          </Heading>
          <RunNow test={run.test} prominent />
        </div>
        <Neighbours run={run} />
      </section>
      <Failure run={run} />
      <div class="run-facts">
        <Facts
          rows={[
            ['Test', <a href={test_path(run.test)}>{run.test}</a>],
            ['Began', <When at={run.start_at} />],
            ['Ended', run.end_at && <time dateTime={run.end_at}>{format_clock(new Date(run.end_at))}</time>],
            ['Duration', running ? null : format_duration(run.duration_ms)],
            ['Began late by', format_duration(run.lateness_ms)],
            ['Set off by', triggers[run.trigger] ?? run.trigger],
            ['Attempt', run.attempt > 1 ? run.attempt : null],
            ['Id', <code>{run.id}</code>],
          ]}
        />
      </div>
      <Steps run={run} line={line} />
      {(run.requests.length > 0 || run.requests_dropped > 0) && (
        <Waterfall line={line} requests={run.requests} dropped={run.requests_dropped} />
      )}
      <Checks run={run} />
      <LogLines run={run} path={run_path(id)} search={search} />
      <Resources run={run} />
      <RawJson run={run} />
    </Frame>
  );
}

// One test: how it stands, how it fared, what it is.
import { get_test } from '../api';
import { Configuration } from '../components/configuration';
import { Countdown } from '../components/countdown';
import { Frame } from '../components/frame';
import { state_words, StateGlyph } from '../components/glyph';
import { Heading } from '../components/heading';
import { Heatmap } from '../components/heatmap';
import { History } from '../components/history';
import { Incident } from '../components/incident';
import { MaintenanceNote, use_maintenance } from '../components/maintenance';
import { PauseButton } from '../components/pause';
import { RunNow } from '../components/run_now';
import { RunsOf } from '../components/runs_block';
import { SourceOf } from '../components/source';
import { Standing } from '../components/standing';
import { Strip } from '../components/strip';
import { Age, When } from '../components/when';
import { format_duration } from '../format';
import { ask_again_for, use_live_data } from '../live_hooks';
import type { Place } from '../router';
import { overview_path, test_path } from '../routes';
import type { TestDetail } from '../types';
import { read_chosen, usual_window } from '../windows';
import { Missing } from './missing';

function Head({ test }: { test: TestDetail }) {
  const maintenance = use_maintenance(test);
  return (
    <section class={`head is-${test.state}`}>
      <div class="head-line">
        <Heading>{test.name}</Heading>
        <div class="head-actions">
          {maintenance.button}
          <PauseButton test={test} />
          <RunNow test={test.name} prominent />
        </div>
      </div>
      {maintenance.form}
      <p class="standing">
        <StateGlyph state={test.state} />
        <strong>{state_words[test.state]}</strong>
        {test.state_since && test.state !== 'down' && (
          <span>
            for <Age since={test.state_since} />, since <When at={test.state_since} />
          </span>
        )}
        {test.paused_by === 'configuration' && <span>by its configuration</span>}
        {test.state === 'unknown' && <span>because no run has passed or failed yet</span>}
      </p>
      <MaintenanceNote test={test} />
      {test.description && <p class="description">{test.description}</p>}
      <Incident test={test} />
      <Strip test={test} tall />
      <dl class="figures">
        <div>
          <dt>Last</dt>
          <dd>{format_duration(test.last?.duration_ms)}</dd>
        </div>
        <div>
          <dt>{test.recent.length > 1 ? `p50 of the latest ${test.recent.length}` : 'p50'}</dt>
          <dd>{format_duration(test.recent_p50_ms)}</dd>
        </div>
        <div>
          <dt>Last pass</dt>
          <dd>
            {test.last_success_at ? (
              <>
                <Age since={test.last_success_at} /> ago
              </>
            ) : (
              'none yet'
            )}
          </dd>
        </div>
        <div>
          <dt>Next run</dt>
          <dd>
            <Countdown test={test} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

export function TestPage({ name, place }: { name: string; place: Place }) {
  const { data: test, refusal } = use_live_data<TestDetail>(test_path(name), (_, signal) => get_test(name, signal), {
    apply: ask_again_for(name),
  });
  if (refusal?.status === 404) return <Missing what="There is no such test" detail={name} />;
  if (!test) {
    return (
      <Frame title={name}>
        <Heading>{name}</Heading>
        <p class="loading">{refusal ? refusal.message : 'Asking canaryd…'}</p>
      </Frame>
    );
  }
  const marked = Number(/^#L(\d+)$/.exec(place.hash)?.[1] ?? 0);
  const chosen = read_chosen(place.search, usual_window(test.frequency_ms));
  const key = 'key' in chosen ? chosen.key : null;
  const days = key === '30d' || key === '90d' ? 30 : 14;
  return (
    <Frame title={name}>
      <nav class="crumbs" aria-label="Where this is">
        <a href={overview_path}>All tests</a>
      </nav>
      <Head test={test} />
      <History test={test} chosen={chosen} search={place.search} />
      <div class="columns">
        <div class="aside">
          <section aria-labelledby="standing">
            <h2 id="standing">Uptime</h2>
            <Standing test={name} search={place.search} chosen={key} />
          </section>
          <Configuration test={test} />
        </div>
        <Heatmap key={days} test={name} days={days} search={place.search} />
      </div>
      <div class="columns">
        <RunsOf test={name} search={place.search} />
        <section aria-labelledby="source">
          <div class="section-head">
            <h2 id="source">Source</h2>
          </div>
          <SourceOf test={test} marked={marked} />
        </section>
      </div>
    </Frame>
  );
}

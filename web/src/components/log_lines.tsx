// A run's log, with a filter by level.
import { useState } from 'preact/hooks';
import { format_duration, format_instant, format_value, plural } from '../format';
import { at_least, levels } from '../logs';
import type { LogLevel, LogLine, Run } from '../types';

const shown_at_once = 500;

function Line({ line, start }: { line: LogLine; start: number }) {
  const fields = Object.entries(line.fields ?? {});
  return (
    <li class={`log-line log-${line.level}`}>
      <time class="log-at number" dateTime={line.at} title={format_instant(new Date(line.at))}>
        +{format_duration(Math.max(0, Date.parse(line.at) - start))}
      </time>
      <span class="log-level">{line.level}</span>
      <div class="log-text">
        <span class="log-message">{line.message}</span>
        {fields.map(([key, value]) => (
          <span key={key} class="log-field">
            <span class="log-key">{key}</span>=<span class="log-value">{format_value(value)}</span>
          </span>
        ))}
      </div>
    </li>
  );
}

export function LogLines({ run }: { run: Run }) {
  const [least, set_least] = useState<LogLevel>('debug');
  const [shown, show] = useState(shown_at_once);
  const lines = at_least(run.logs, least);
  const start = Date.parse(run.start_at);
  return (
    <section class="logs" aria-labelledby="logs">
      <div class="section-head">
        <h2 id="logs">
          Log <small class="muted">{run.logs.length}</small>
        </h2>
        {run.logs.length > 0 && (
          <label class="level-filter">
            Level
            <select value={least} onChange={(event) => set_least(event.currentTarget.value as LogLevel)}>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {level === 'debug' ? 'all' : level === 'error' ? 'error' : `${level} and up`} (
                  {at_least(run.logs, level).length})
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {run.logs.length === 0 && (
        <p class="empty">
          {run.status === 'running' ? 'The log appears when the run has ended.' : 'It logged nothing.'}
        </p>
      )}
      {run.logs.length > 0 && lines.length === 0 && <p class="empty">No line of this level.</p>}
      <ol class="log" role="list">
        {lines.slice(0, shown).map((line, index) => (
          <Line key={index} line={line} start={start} />
        ))}
      </ol>
      {lines.length > shown && (
        <button type="button" class="older" onClick={() => show(shown + shown_at_once)}>
          {plural(lines.length - shown, 'more line')}
        </button>
      )}
      {run.logs_dropped > 0 && <p class="muted">{plural(run.logs_dropped, 'more line')} of this run were not kept.</p>}
    </section>
  );
}

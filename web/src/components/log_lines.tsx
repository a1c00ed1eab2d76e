// A run's log, with a filter by level and a search, both of which stand in the address.
import { useState } from 'preact/hooks';
import { format_duration, format_instant, format_value, plural } from '../format';
import { ms_after } from '../instants';
import { at_least, cut_at_hits, levels, read_level, search_logs } from '../logs';
import { amend } from '../router';
import { with_search } from '../routes';
import type { LogLevel, LogLine, Run } from '../types';
import { reachable } from './reachable';

const shown_at_once = 500;

function Hits({ text, search }: { text: string; search: string }) {
  if (!search) return <>{text}</>;
  return (
    <>{cut_at_hits(text, search).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</>
  );
}

function Line({ line, start, search }: { line: LogLine; start: string; search: string }) {
  const fields = Object.entries(line.fields ?? {});
  return (
    <li class={`log-line log-${line.level}`}>
      <time class="log-at number" dateTime={line.at} title={format_instant(new Date(line.at))}>
        +{format_duration(ms_after(start, line.at))}
      </time>
      <span class="log-level">{line.level}</span>
      <div class="log-text" ref={reachable}>
        <span class="log-message">
          <Hits text={line.message} search={search} />
        </span>
        {fields.map(([key, value]) => (
          <span key={key} class="log-field">
            {search ? (
              <Hits text={`${key}=${format_value(value)}`} search={search} />
            ) : (
              <>
                <span class="log-key">{key}</span>=<span class="log-value">{format_value(value)}</span>
              </>
            )}
          </span>
        ))}
      </div>
    </li>
  );
}

export function LogLines({ run, path, search }: { run: Run; path: string; search: string }) {
  const query = new URLSearchParams(search);
  const least = read_level(query.get('level'));
  const words = query.get('log') ?? '';
  const [shown, show] = useState(shown_at_once);
  const found = search_logs(run.logs, words);
  const lines = at_least(found, least);
  const change = (name: string, value: string): void => amend(path + with_search(search, { [name]: value || null }));
  return (
    <section class="logs" aria-labelledby="logs">
      <div class="section-head">
        <h2 id="logs">
          Log{' '}
          <small class="muted" role="status">
            {lines.length === run.logs.length ? run.logs.length : `${lines.length} of ${run.logs.length}`}
          </small>
        </h2>
        {run.logs.length > 0 && (
          <div class="log-filters" role="search">
            <input
              type="search"
              value={words}
              placeholder="Search the log"
              aria-label="Search the log"
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => change('log', event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Escape' && change('log', '')}
            />
            <label class="level-filter">
              Level
              <select
                value={least}
                onChange={(event) => change('level', event.currentTarget.value === 'debug' ? '' : event.currentTarget.value)}
              >
                {levels.map((level: LogLevel) => (
                  <option key={level} value={level}>
                    {level === 'debug' ? 'all' : level === 'error' ? 'error' : `${level} and up`} (
                    {at_least(found, level).length})
                  </option>
                ))}
              </select>
            </label>
          </div>
        )}
      </div>
      {run.logs.length === 0 && (
        <p class="empty">
          {run.status === 'running' ? 'The log appears when the run has ended.' : 'It logged nothing.'}
        </p>
      )}
      {run.logs.length > 0 && lines.length === 0 && (
        <p class="empty">{words ? `No line of this level holds “${words}”.` : 'No line of this level.'}</p>
      )}
      <ol class="log" role="list">
        {lines.slice(0, shown).map((line, index) => (
          <Line key={index} line={line} start={run.start_at} search={words} />
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

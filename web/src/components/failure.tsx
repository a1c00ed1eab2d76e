// Why a run failed, and where in its source.
import { parse_excerpt } from '../excerpt';
import { highlight } from '../highlight';
import { parse_stack } from '../stack';
import { test_path } from '../routes';
import type { Run } from '../types';
import { Diff } from './diff';
import { ClassTag } from './glyph';
import { reachable } from './reachable';
import { Tokens } from './source';

function Excerpt({ text, line }: { text: string; line: number }) {
  return (
    <div class="code-box" tabIndex={0} role="region" aria-label="Source around the failing line">
      <ol class="code excerpt">
        {parse_excerpt(text, line).map((each, index) => (
          <li key={index} class={each.failing ? 'failing' : each.caret ? 'caret' : undefined}>
            <span class="line-number">
              {each.failing && <span class="unseen">failing line </span>}
              {each.number ?? ''}
            </span>
            <code>
              {each.caret || each.number === null ? each.text : <Tokens tokens={highlight(each.text)[0] ?? []} />}
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Stack({ text, file, test }: { text: string; file: string; test: string }) {
  return (
    <pre tabIndex={0}>
      {parse_stack(text, file).map(({ text: line, place }, index) => (
        <span key={index} class="stack-line">
          {place ? (
            <>
              {place.before}
              <a href={`${test_path(test)}#L${place.line}`}>{place.text}</a>
              {place.after}
            </>
          ) : (
            line
          )}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

export function Failure({ run }: { run: Run }) {
  if (run.status === 'skipped') {
    return (
      <section class="failure is-skipped" aria-labelledby="cause">
        <h2 id="cause" class="cause-text" ref={reachable}>
          {run.skip_reason}
        </h2>
      </section>
    );
  }
  if (run.status !== 'failed' && run.status !== 'interrupted') return null;
  const { error } = run;
  const place =
    error && error.file
      ? `${error.file}${error.line > 0 ? `:${error.line}${error.column > 0 ? `:${error.column}` : ''}` : ''}`
      : '';
  const message = error?.message ?? '';
  return (
    <section class={`failure is-${run.status}`} aria-labelledby="cause">
      <h2 id="cause" class="cause-text" ref={reachable}>
        <ClassTag name={run.class} /> {run.fail_cause ?? (message || 'No cause was given.')}
        {run.error_code !== null && <span class="error-code"> error_code {run.error_code}</span>}
      </h2>
      {message && run.fail_cause && !run.fail_cause.includes(message) && <p class="error-message">{message}</p>}
      {error && place && (
        <p class="error-place">
          at {error.line > 0 ? <a href={`${test_path(run.test)}#L${error.line}`}>{place}</a> : <span>{place}</span>}
        </p>
      )}
      {error && (error.expected || error.actual) && (
        <Diff expected={error.expected ?? ''} actual={error.actual ?? ''} />
      )}
      {error && error.excerpt && <Excerpt text={error.excerpt} line={error.line} />}
      {error && error.stack && (
        <details class="stack" open>
          <summary>Stack</summary>
          <Stack text={error.stack} file={error.file} test={run.test} />
        </details>
      )}
    </section>
  );
}

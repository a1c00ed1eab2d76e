// Source text with line numbers.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { get_run } from '../api';
import { highlight } from '../highlight';
import type { Token } from '../highlight';
import { use_live_data } from '../live_hooks';
import { memo } from '../memo';
import { run_path } from '../routes';
import type { TestDetail } from '../types';

export const Tokens = ({ tokens }: { tokens: Token[] }) => (
  <>
    {tokens.map(({ kind, text }, index) =>
      kind === 'plain' ? (
        text
      ) : (
        <span key={index} class={`code-${kind}`}>
          {text}
        </span>
      ),
    )}
  </>
);

/**
 * `failing` is the line at which the newest run failed; 0 for none. `marked` is the line that an address like #L12 points
 * at, which is brought on the screen; 0 for none.
 */
function SourceText({ text, marked, failing }: { text: string; marked: number; failing: number }) {
  const kinds = (line: number): string | undefined =>
    [line === marked && 'marked', line === failing && 'failing'].filter(Boolean).join(' ') || undefined;
  const lines = useMemo(() => highlight(text), [text]);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    line.current?.scrollIntoView({ block: 'center' });
  }, [marked]);
  return (
    <div class="code-box" tabIndex={0} role="region" aria-label="Source">
      <ol class="code">
        {lines.map((tokens, index) => (
          <li
            key={index}
            id={`L${index + 1}`}
            class={kinds(index + 1)}
            ref={index + 1 === marked ? line : null}
          >
            {index + 1 === failing && <span class="unseen">the last run failed here: </span>}
            <code>
              <Tokens tokens={tokens} />
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}

const Source = memo(SourceText);

/** Where the newest run failed in the test's own script. */
function FailingSource({ test, failed, marked }: { test: TestDetail; failed: string; marked: number }) {
  const { data } = use_live_data<number>(`${run_path(failed)}/line`, async (_, signal) => {
    const { error } = await get_run(failed, signal);
    return error && (error.file === test.path || test.path === '') ? error.line : 0;
  });
  return <Source text={test.source} marked={marked} failing={data ?? 0} />;
}

/** A test's script, and in it where the newest run failed. */
export function SourceOf({ test, marked }: { test: TestDetail; marked: number }) {
  const failed = test.state === 'down' && test.last?.status === 'failed' ? test.last.id : null;
  if (failed === null) return <Source text={test.source} marked={marked} failing={0} />;
  return <FailingSource key={failed} test={test} failed={failed} marked={marked} />;
}

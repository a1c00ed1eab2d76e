// Source text with line numbers.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { highlight } from '../highlight';
import type { Token } from '../highlight';
import { memo } from '../memo';

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
 * `marked` is the line that an address like #L12 points at; 0 for none. It is brought on the screen once the page is
 * `settled`, for what appears above it later would push it off.
 */
function SourceText({ text, marked, settled }: { text: string; marked: number; settled: boolean }) {
  const lines = useMemo(() => highlight(text), [text]);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (settled) line.current?.scrollIntoView({ block: 'center' });
  }, [marked, settled]);
  return (
    <div class="code-box" tabIndex={0} role="region" aria-label="Source">
      <ol class="code">
        {lines.map((tokens, index) => (
          <li
            key={index}
            id={`L${index + 1}`}
            class={index + 1 === marked ? 'marked' : undefined}
            ref={index + 1 === marked ? line : null}
          >
            <code>
              <Tokens tokens={tokens} />
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}

export const Source = memo(SourceText);

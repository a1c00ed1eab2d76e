// What an assertion expected, and what it got.
import { changed_part, diff_lines, pair_of } from '../diff';
import type { DiffLine } from '../diff';

const signs = { same: ' ', expected: '−', actual: '+' };
const words = { same: '', expected: 'expected: ', actual: 'got: ' };

function Text({ line, pair }: { line: DiffLine; pair: DiffLine | null }) {
  if (!pair) return <>{line.text || ' '}</>;
  const [before, changed, after] = changed_part(line.text, pair.text);
  return (
    <>
      {before}
      {changed && <mark class="diff-mark">{changed}</mark>}
      {after}
    </>
  );
}

export function Diff({ expected, actual }: { expected: string; actual: string }) {
  const lines = diff_lines(expected, actual);
  return (
    <div class="diff" tabIndex={0} role="region" aria-label="Expected and actual">
      <p class="diff-head">
        <span class="diff-expected">− expected</span> <span class="diff-actual">+ actual</span>
      </p>
      <ol class="diff-lines" role="list">
        {lines.map((line, index) => (
          <li key={index} class={`diff-line diff-is-${line.kind}`}>
            <span class="diff-sign" aria-hidden="true">
              {signs[line.kind]}
            </span>
            <span class="unseen">{words[line.kind]}</span>
            <code>
              <Text line={line} pair={pair_of(lines, index)} />
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}

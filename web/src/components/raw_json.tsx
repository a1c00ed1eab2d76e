// A run as the API gives it: to open, to copy, to keep.
import { useState } from 'preact/hooks';
import { run_json_path } from '../api';
import type { Run } from '../types';
import { use_notify } from './notices';

export function RawJson({ run }: { run: Run }) {
  const notify = use_notify();
  const [shown, show] = useState(false);
  const text = shown ? JSON.stringify(run, null, 2) : '';
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(JSON.stringify(run, null, 2));
      notify({ kind: 'done', text: 'The run’s JSON is on the clipboard.' });
    } catch {
      notify({ kind: 'refused', text: 'The browser keeps the clipboard to itself: it gives it to pages over TLS alone.' });
    }
  };
  return (
    <section class="raw" aria-labelledby="raw">
      <div class="section-head">
        <h2 id="raw">Data</h2>
        <div class="raw-actions">
          <a href={run_json_path(run.id)}>raw JSON</a>
          <a href={run_json_path(run.id)} download={`run-${run.id}.json`}>
            Download
          </a>
          <button type="button" onClick={() => void copy()}>
            Copy
          </button>
        </div>
      </div>
      <details class="raw-view" onToggle={(event) => show(event.currentTarget.open)}>
        <summary>Show it here</summary>
        {shown && (
          <pre class="raw-text" tabIndex={0} role="region" aria-label="The run as JSON">
            {text}
          </pre>
        )}
      </details>
    </section>
  );
}

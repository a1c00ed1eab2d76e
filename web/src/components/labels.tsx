// What a test is labelled with; each leads to all tests that are.
import { view_href, whole_view } from '../listing';

export function Labels({ labels, most = Infinity }: { labels: Record<string, string> | undefined; most?: number }) {
  const all = Object.entries(labels ?? {});
  if (all.length === 0) return null;
  const left = all.length - most;
  return (
    <span class="labels">
      {all.slice(0, most).map(([name, value]) => (
        <a key={name} class="label-tag" href={view_href({ ...whole_view, labels: [`${name}=${value}`] })}>
          <span class="label-name">{name}</span> {value}
        </a>
      ))}
      {left > 0 && (
        <span class="muted" title={all.map(([name, value]) => `${name}: ${value}`).join('\n')}>
          +{left}
        </span>
      )}
    </span>
  );
}

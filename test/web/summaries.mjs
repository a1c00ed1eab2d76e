// What the pretended daemon says of a test's runs in a window, as canaryd counts them.
const units = { h: 3_600_000, d: 86_400_000, m: 60_000, s: 1000 };

const length_of = (text) => {
  const match = /^(\d+)([dhms])$/.exec(text);
  return match ? Number(match[1]) * units[match[2]] : null;
};

/** `[from, to)` in milliseconds; null where the question makes no sense. */
export function window_of(query, now = Date.now()) {
  const to = query.until ? Date.parse(query.until) : now;
  const length = length_of(query.window ?? '24h');
  const from = query.since ? Date.parse(query.since) : to - length;
  return from < to && (query.since ? !query.window : length !== null) ? { from, to } : null;
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** `runs` have begun in the window. */
export function summarize(runs, { from, to }) {
  const ended = runs.filter((run) => run.status !== 'running');
  const of = (status) => ended.filter((run) => run.status === status).length;
  const classes = {};
  for (const run of ended) if (run.class) classes[run.class] = (classes[run.class] ?? 0) + 1;
  const verdicts = ended.filter(({ status }) => status !== 'interrupted' && status !== 'skipped');
  const sorted = verdicts.map((run) => run.duration_ms).sort((a, b) => a - b);
  return {
    since: new Date(from).toISOString(),
    until: new Date(to).toISOString(),
    runs: ended.length,
    passed: of('passed'),
    failed: of('failed'),
    interrupted: of('interrupted'),
    skipped: of('skipped'),
    classes,
    uptime: verdicts.length ? of('passed') / verdicts.length : null,
    duration_ms: sorted.length
      ? {
          mean: sorted.reduce((sum, each) => sum + each, 0) / sorted.length,
          p50: at(sorted, 0.5),
          p90: at(sorted, 0.9),
          p95: at(sorted, 0.95),
          p99: at(sorted, 0.99),
          max: sorted[sorted.length - 1],
        }
      : null,
  };
}

/** At most `most` stretches of `step` at once; `next` says where to go on. */
export function roll_up(runs, { from, to }, step_text, most = 500) {
  const step = length_of(step_text ?? '1h');
  const groups = new Map();
  for (const run of runs) {
    const n = Math.floor(run.start_at / step);
    groups.set(n, [...(groups.get(n) ?? []), run]);
  }
  const all = [...groups].sort((a, b) => a[0] - b[0]);
  const rollups = all
    .slice(0, most)
    .map(([n, group]) => summarize(group, { from: Math.max(from, n * step), to: Math.min(to, (n + 1) * step) }))
    .filter((each) => each.runs > 0);
  const next = all[most];
  return { rollups, next: next ? new Date(next[0] * step).toISOString() : null };
}

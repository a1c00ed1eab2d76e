// The table: what is shown of what was measured, and what is aimed at. `of` is a row of canary_bench with one of its
// counters, or the name of a series; `target` and `beyond` are upper bounds, or lower ones where `more` is better.
const us = 'cpu µs';

/// One row for each way of making VMs.
const kinds = ['fork', 'plain heap'];
const each = (what, of, rest) => kinds.map((kind) => ({ what: `${what}, ${kind}`, of: `${of}, ${kind}`, ...rest }));

export const rows = [
  ...each('VM made and dropped', 'VM made and dropped', { counter: 'cpu_time', unit: us, target: 12, beyond: 6 }),
  ...each('VM made, empty script, dropped', 'VM made, empty script, dropped', { counter: 'cpu_time', unit: us }),
  ...each('VM made, every module used, dropped', 'VM made, every module used, dropped', { counter: 'cpu_time', unit: us }),
  ...each('empty run, whole', 'empty run', { counter: 'cpu_us_per_run', unit: us, target: 40, beyond: 20 }),
  ...each('the same, with its log lines', 'empty run with log lines', { counter: 'cpu_us_per_run', unit: us }),
  ...each('run that logs three lines', 'run that logs three lines', { counter: 'cpu_us_per_run', unit: us }),
  ...kinds.flatMap((kind) => [', connections shared', ''].flatMap((shared) => {
    const of = `run with one GET${shared && `${shared},`} beside wrk, ${kind}`;
    // What is aimed at does without a connection for each run.
    const aim = (bounds) => (shared ? bounds : {});
    return [
      { what: `run with one GET, stored${shared}, ${kind}`, of, counter: 'cpu_us_per_run', unit: us, ...aim({ target: 75, beyond: 40 }) },
      { what: '  the same', of, counter: 'runs_per_s', unit: 'runs/s', more: true, ...aim({ target: 12_000, beyond: 20_000 }) },
      { what: '  wrk, same nginx', of, counter: 'wrk_requests_per_s', unit: 'requests/s' },
      { what: '  wrk, same nginx', of, counter: 'wrk_cpu_us_per_request', unit: us },
      { what: '  a bare Beast client, same nginx', of, counter: 'beast_requests_per_s', unit: 'requests/s' },
      { what: '  a bare Beast client, same nginx', of, counter: 'beast_cpu_us_per_request', unit: us },
      { what: '  ours to Beast\'s, CPU', of, counter: 'cpu_ratio_to_beast', unit: 'times' },
      { what: '  ours to wrk\'s, CPU', of, counter: 'cpu_ratio', unit: 'times', ...aim({ target: 8, beyond: 4 }) },
      { what: '  wrk\'s to ours, rate', of, counter: 'rate_ratio', unit: 'times', ...aim({ target: 8, beyond: 5 }) }
    ];
  })),
  ...each('run with one GET, 1000 in flight', 'run with one GET, 1000 in flight', { counter: 'cpu_us_per_run', unit: us }),
  ...[1_000, 10_000].flatMap((runs) => ['waits on HTTP', 'sleeps'].flatMap((doing) =>
    each(`memory of a run that ${doing}, ${runs} in flight`, `memory of a run that ${doing}, ${runs} in flight`,
      { counter: 'kib_per_run', unit: 'KiB', ...(doing === 'sleeps' ? {} : { target: 120, beyond: 60 }) })))
];

/// The rows of one series of schedule load.
export function series_rows(name, bounds, spinners) {
  const of = name;
  return [
    { what: `${name}: lateness p50`, of, counter: 'lateness_p50_ms', unit: 'ms' },
    { what: '  lateness p99', of, counter: 'lateness_p99_ms', unit: 'ms', ...bounds },
    { what: '  lateness max', of, counter: 'lateness_max_ms', unit: 'ms' },
    { what: '  loop held p99, at most', of, counter: 'loop_lag_p99_ms', unit: 'ms' },
    { what: '  loop held max, at most', of, counter: 'loop_lag_max_ms', unit: 'ms', target: 10, beyond: 5 },
    { what: '  runs of those due', of, counter: 'share', unit: '%' },
    { what: '  skipped or failed', of, counter: 'not_run', unit: 'runs' },
    // Endless scripts take what the others leave.
    ...(spinners ? [] : [{ what: '  run with one GET', of, counter: 'cpu_us_per_run', unit: us }]),
    { what: '  resident memory', of, counter: 'rss_mib', unit: 'MiB' }
  ];
}

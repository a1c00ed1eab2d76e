// What the daemon's REST API answers. Times are RFC 3339, durations milliseconds.

export type RunStatus = 'running' | 'passed' | 'failed' | 'interrupted' | 'skipped';
export type TestState = 'up' | 'down' | 'unknown' | 'paused' | 'maintenance';
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type Time = string;

export interface RunSummary {
  id: string;
  test: string;
  status: RunStatus;
  /** What part of the world let it down; '' where it passed or is running. */
  class: string;
  fail_cause: string | null;
  /** Why its script skipped it; null where it did not. */
  skip_reason: string | null;
  start_at: Time;
  end_at: Time | null;
  duration_ms: number | null;
  lateness_ms: number;
  trigger: string;
  attempt: number;
}

export interface LogLine {
  at: Time;
  level: LogLevel;
  message: string;
  fields: Record<string, unknown>;
}

export interface Timings {
  blocked: number;
  looking_up: number;
  connecting: number;
  tls_handshaking: number;
  sending: number;
  waiting: number;
  receiving: number;
  duration: number;
}

export interface Certificate {
  subject: string;
  issuer: string;
  sans: string[];
  serial: string;
  not_before: Time;
  not_after: Time;
  sha256: string;
}

/** What was agreed in a handshake; null where that did not get so far. */
export interface Tls {
  version: string | null;
  cipher: string | null;
  alpn: string | null;
  ocsp: string | null;
  /** With the request that opened the connection. */
  chain?: Certificate[];
}

export interface HttpExchange {
  started: Time;
  method: string;
  url: string;
  /** 0 where no response arrived. */
  code: number;
  proto: string;
  remote_ip: string;
  remote_port: number;
  reused: boolean;
  timings: Timings;
  bytes_sent: number;
  bytes_received: number;
  error: { class: string; message: string; error_code: number | null } | null;
  /** Null without TLS. */
  tls: Tls | null;
}

interface ScriptError {
  message: string;
  stack: string;
  file: string;
  /** From 1; 0 where unknown. */
  line: number;
  column: number;
  excerpt: string;
  /** What an assertion wanted, and what it got; '' or absent where the error is not an assertion's. */
  expected?: string;
  actual?: string;
}

export type StepStatus = 'passed' | 'failed' | 'skipped';

/** A named part of a run. */
export interface Step {
  name: string;
  started: Time;
  duration_ms: number;
  status: StepStatus;
  /** Of test.cleanup. */
  cleanup: boolean;
  /** The index of the step that it was made in. */
  parent: number | null;
  /** What it failed of, or why it was skipped. */
  error: string | null;
}

export interface Check {
  name: string;
  at: Time;
  held: boolean;
  /** The run may pass though it did not hold. */
  soft: boolean;
  /** The index of the innermost step that it was made in. */
  step: number | null;
}

/** What a run took of the machine. */
interface RunUsage {
  cpu_ms: number;
  peak_memory_bytes: number;
  slices: number;
  allocations: number;
}

export interface Run extends RunSummary {
  /** Null while it runs, and where nobody saw its end. */
  usage: RunUsage | null;
  logs: LogLine[];
  logs_dropped: number;
  requests: HttpExchange[];
  requests_dropped: number;
  steps?: Step[];
  steps_dropped?: number;
  checks?: Check[];
  checks_dropped?: number;
  error: ScriptError | null;
  /** What exactly let it down; null where it passed, or nothing of the network did. */
  error_code: number | null;
}

/** One bar of a test's strip. */
export interface Outcome {
  id: string;
  status: RunStatus;
  class: string;
  start_at: Time;
  duration_ms: number | null;
  /** Where it is known without asking for the run. */
  fail_cause?: string | null;
}

export interface Test {
  name: string;
  path: string;
  /** '' where not given, as owner and runbook. */
  description: string;
  owner: string;
  /** An http or https URL. */
  runbook: string;
  /** Values by name. */
  labels: Record<string, string>;
  state: TestState;
  state_since: Time | null;
  frequency: string;
  frequency_ms: number;
  timeout: string;
  timeout_ms: number;
  concurrency: string;
  paused: boolean;
  paused_by: 'configuration' | 'request' | null;
  maintenance: Maintenance | null;
  memory_limit_bytes: number;
  next_run_at: Time | null;
  /** Ids, oldest first. */
  running: string[];
  queued: number;
  skipped: number;
  last: RunSummary | null;
  last_success_at: Time | null;
  recent_p50_ms: number | null;
  /** Oldest first. */
  recent: Outcome[];
}

/** Id, status, class, start in ms since 1970, duration in ms, and the cause where an event told it. */
export type OutcomeTuple = [string, RunStatus, string, number, number, (string | null)?];

/** A test as the overview has it. */
export interface OverviewTest extends Omit<Test, 'recent' | 'recent_p50_ms'> {
  /** The run that the incident began with, where it is down. */
  first_failure: string | null;
  /** From 0 to 1; null where no run tells it. Like the percentiles up to a minute old. */
  uptime: { '24h': number | null; '7d': number | null; '30d': number | null };
  p50_ms: number | null;
  p95_ms: number | null;
  /** Oldest first; left out where only the rest was asked for. */
  outcomes: OutcomeTuple[];
}

export interface OverviewPage {
  tests: OverviewTest[];
  next: string | null;
  total: number;
}

export interface TestDetail extends Test {
  source: string;
  config_file: string;
  config_line: number;
}

export interface Status {
  name: string;
  version: string;
  commit: string;
  now: Time;
  started_at: Time;
  uptime_seconds: number;
  config: {
    file: string;
    loaded_at: Time | null;
    last_reload_successful: boolean;
    last_reload_error: string | null;
  };
  tests: { total: number } & Record<TestState, number>;
  runs: { running: number; queued: number };
  store: { runs: number; size_bytes: number; queue_length: number; dropped: number };
  events: { last_id: string; readers: number; dropped: number };
}

/** Of runs that passed or failed. */
interface DurationFigures {
  mean: number;
  p50: number;
  p90: number;
  p95: number;
  p99: number;
  max: number;
}

/** What became of the runs that began in a stretch of time. */
export interface Rollup {
  since: Time;
  until: Time;
  runs: number;
  passed: number;
  failed: number;
  interrupted: number;
  skipped: number;
  classes: Record<string, number>;
  /** From 0 to 1; null where none passed or failed. */
  uptime: number | null;
  duration_ms: DurationFigures | null;
}

export interface RollupPage {
  rollups: Rollup[];
  /** Where to go on. */
  next: Time | null;
}

/** A time in which a test runs on, and is not told as down. */
export interface Maintenance {
  since: Time;
  until: Time;
  reason: string | null;
  /** The name of the token that asked for it. */
  by: string | null;
}

/** What a request to pause or resume a test came to. */
export interface Pause {
  name: string;
  state: TestState;
  paused: boolean;
  paused_by: 'configuration' | 'request' | null;
  changed: boolean;
}

export interface RunPage {
  runs: RunSummary[];
  next: string | null;
}

export interface Session {
  /** Whether canaryd asks for tokens. */
  tokens: boolean;
  /** The token's; null where there is none. */
  name: string | null;
  may: 'nothing' | 'read' | 'write';
}

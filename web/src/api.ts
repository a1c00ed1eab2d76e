// Calls to the daemon. Every path is on the page's own host.
import type {
  OverviewPage,
  OverviewTest,
  Pause,
  Rollup,
  RollupPage,
  Run,
  RunPage,
  RunStatus,
  Session,
  Status,
  TestDetail,
} from './types';

const patience_ms = 15_000;
const login_path = '/login';

/** Happens to the window when the daemon wants a token, and the browser has none that is good. */
export const signed_out = 'canary-signed-out';

/** The daemon answered, and it was a refusal. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail || title);
  }
}

/** Nothing that makes sense came back: the daemon is away, or something else stands in its place. */
class Unreachable extends Error {}

/** Why a wish was not granted, for people. */
export const why_not = (error: unknown): string =>
  error instanceof Refusal ? error.message : 'canaryd did not answer.';

const test_path = (name: string): string => `/api/v1/tests/${encodeURIComponent(name)}`;

async function refusal(response: Response): Promise<Refusal> {
  let title = response.statusText || 'Refused';
  let detail = '';
  try {
    const problem: unknown = await response.json();
    if (problem && typeof problem === 'object') {
      const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
      title = text((problem as Record<string, unknown>)['title'], title);
      detail = text((problem as Record<string, unknown>)['detail'], '');
    }
  } catch {
    // The status says enough.
  }
  return new Refusal(response.status, title, detail);
}

async function call<T>(path: string, method: 'GET' | 'POST' | 'DELETE', signal?: AbortSignal, body?: object): Promise<T> {
  const abort = new AbortController();
  const give_up = (): void => abort.abort();
  const timer = setTimeout(give_up, patience_ms);
  signal?.addEventListener('abort', give_up);
  if (signal?.aborted) give_up();
  try {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (body) headers['Content-Type'] = 'application/json';
    const response = await fetch(path, {
      method,
      signal: abort.signal,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.ok) return (await response.json()) as T;
    if (response.status >= 502 && response.status <= 504) throw new Unreachable(response.statusText);
    if (response.status === 401 && path !== login_path) dispatchEvent(new Event(signed_out));
    throw await refusal(response);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Unreachable(String(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', give_up);
  }
}

const get = <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>(path, 'GET', signal);

export const get_status = (signal?: AbortSignal): Promise<Status> => get('/api/v1/status', signal);

/** All tests, however many pages they fill. Without outcomes it is a tenth as long. */
export async function get_overview(with_outcomes: boolean, signal?: AbortSignal): Promise<OverviewTest[]> {
  const tests: OverviewTest[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: '1000', outcomes: String(with_outcomes) });
    if (cursor !== null) query.set('cursor', cursor);
    const page: OverviewPage = await get(`/api/v1/overview?${query}`, signal);
    tests.push(...page.tests);
    // A cursor that leads back to itself would be followed for ever.
    cursor = page.next === cursor ? null : page.next;
  } while (cursor !== null);
  return tests;
}

export const get_test = (name: string, signal?: AbortSignal): Promise<TestDetail> => get(test_path(name), signal);

export interface RunFilter {
  status?: RunStatus;
  class?: string;
  /** RFC 3339: of runs that began then or later. */
  since?: string;
  /** RFC 3339: of runs that began before. */
  until?: string;
  limit?: number;
  cursor?: string;
}

/** Newest first. */
export function get_runs(test: string, filter: RunFilter, signal?: AbortSignal): Promise<RunPage> {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) query.set(key, String(value));
  return get(`${test_path(test)}/runs?${query}`, signal);
}

export const run_json_path = (id: string): string => `/api/v1/runs/${encodeURIComponent(id)}`;

export const get_run = (id: string, signal?: AbortSignal): Promise<Run> => get(run_json_path(id), signal);

/** Starts a run at once, beside the schedule. */
export const run_now = (test: string): Promise<{ id: string }> => call(`${test_path(test)}/run`, 'POST');

/** What became of the runs that began in a window: '24h', or since a time. */
export const get_uptime = (
  test: string,
  window: { window: string } | { since: string },
  signal?: AbortSignal,
): Promise<Rollup> => get(`${test_path(test)}/uptime?${new URLSearchParams(window)}`, signal);

/** The same for each step of a stretch of time, oldest first, without those in which nothing began. */
export async function get_rollups(
  test: string,
  between: { from: number; to: number; step_hours: number },
  signal?: AbortSignal,
): Promise<Rollup[]> {
  const rollups: Rollup[] = [];
  const until = new Date(between.to).toISOString();
  let since: string | null = new Date(between.from).toISOString();
  while (since !== null && since < until) {
    const query = new URLSearchParams({ since, until, step: `${between.step_hours}h` });
    const page: RollupPage = await get(`${test_path(test)}/rollups?${query}`, signal);
    rollups.push(...page.rollups);
    const next: string | null = page.next && new Date(page.next).toISOString();
    // What does not lead on would be followed for ever.
    since = next !== null && next > since ? next : null;
  }
  return rollups;
}

/** Has the scheduler leave a test out, or take it in again. */
export const set_paused = (test: string, paused: boolean): Promise<Pause> =>
  call(`${test_path(test)}/${paused ? 'pause' : 'resume'}`, 'POST');

/** Has a test run on without being told as down: for '2h'. */
export const start_maintenance = (test: string, duration: string, reason: string): Promise<unknown> =>
  call(`${test_path(test)}/maintenance`, 'POST', undefined, { duration, reason });

export const end_maintenance = (test: string): Promise<unknown> => call(`${test_path(test)}/maintenance`, 'DELETE');

/** Who looks at the page. */
export const get_session = (): Promise<Session> => get('/api/v1/session');

/** Changes a token for a cookie. */
export const sign_in = (token: string): Promise<Session> => call(login_path, 'POST', undefined, { token });

export const sign_out = (): Promise<Session> => call('/logout', 'POST');

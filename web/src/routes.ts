// The page's own addresses.

type Route =
  { page: 'overview' } | { page: 'test'; name: string } | { page: 'run'; id: string } | { page: 'missing' };

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** `path` as the browser gives it: percent-encoded. */
export function parse_route(path: string): Route {
  if (path === '/' || path === '') return { page: 'overview' };
  const match = /^\/(tests|runs)\/([^/]+)\/?$/.exec(path);
  const value = match ? decoded(match[2] ?? '') : null;
  if (!match || value === null) return { page: 'missing' };
  return match[1] === 'tests' ? { page: 'test', name: value } : { page: 'run', id: value };
}

/** Only what leads to the web is a link: the configuration may hold anything. */
export const safe_link = (text: string | undefined): string | null => (text && /^https?:\/\//i.test(text) ? text : null);

export const overview_path = '/';
export const test_path = (name: string): string => `/tests/${encodeURIComponent(name)}`;
export const run_path = (id: string): string => `/runs/${encodeURIComponent(id)}`;
/** `id` beside `other`. */
export const compare_path = (id: string, other: string): string => `${run_path(id)}?with=${encodeURIComponent(other)}`;

/** The run that the address puts beside the page's own; null for none. */
export const compared_run = (search: string): string | null => new URLSearchParams(search).get('with') || null;

/** `search` with some of its parameters changed, and without those that are null. */
export function with_search(search: string, changes: Record<string, string | null>): string {
  const query = new URLSearchParams(search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) query.delete(key);
    else query.set(key, value);
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

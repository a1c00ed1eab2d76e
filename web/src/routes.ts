// The page's own addresses.

export type Route =
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

export const overview_path = '/';
export const test_path = (name: string): string => `/tests/${encodeURIComponent(name)}`;
export const run_path = (id: string): string => `/runs/${encodeURIComponent(id)}`;
/** `id` beside `other`. */
export const compare_path = (id: string, other: string): string => `${run_path(id)}?with=${encodeURIComponent(other)}`;

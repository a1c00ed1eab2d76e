// Moves between the page's addresses without loading the page again: deep links, back and forward work as anywhere.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { parse_route } from './routes';

export interface Place {
  path: string;
  search: string;
  hash: string;
  /** Counts the moves, and tells two visits to one address apart. */
  visit: number;
  scroll: number;
}

interface Entry {
  scroll?: number;
}

let visits = 0;
const moved = new EventTarget();

const here = (): Place => ({
  path: location.pathname,
  search: location.search,
  hash: location.hash,
  visit: visits,
  scroll: (history.state as Entry | null)?.scroll ?? 0,
});

const remember_scroll = (): void => history.replaceState({ scroll: scrollY } satisfies Entry, '');

const announce = (): void => {
  visits += 1;
  moved.dispatchEvent(new Event('move'));
};

/** Goes to an address of the page. */
export function go(href: string): void {
  remember_scroll();
  history.pushState({}, '', href);
  announce();
}

/** Goes to another view of the same page, which stays where it is scrolled to; a step back leads to the view before. */
export function step(href: string): void {
  remember_scroll();
  history.pushState(history.state, '', href);
  moved.dispatchEvent(new Event('amend'));
}

/** Changes the address in place, as filters do: no step back leads to each letter typed. */
export function amend(href: string): void {
  history.replaceState(history.state, '', href);
  moved.dispatchEvent(new Event('amend'));
}

function on_click(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return;
  if (link.origin !== location.origin || parse_route(link.pathname).page === 'missing') return;
  if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
  event.preventDefault();
  if (link.dataset['step'] !== undefined) step(link.href);
  else go(link.href);
}

/** Whether the reader came here from another place of the page, rather than by loading it. */
export const has_moved = (): boolean => visits > 0;

/** Where the reader is. To be called by the outermost component only. */
export function use_place(): Place {
  const [place, set_place] = useState(here);
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const follow = (): void => set_place(here());
    // A leap to a place within the page is the browser's own affair.
    const back_or_forward = (): void => (location.pathname === place_now.path ? follow() : announce());
    const place_now = { path: location.pathname };
    const track = (): void => {
      place_now.path = location.pathname;
      follow();
    };
    let timer = 0;
    const scrolled = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(remember_scroll, 150);
    };
    document.addEventListener('click', on_click);
    addEventListener('popstate', back_or_forward);
    addEventListener('scroll', scrolled, { passive: true });
    moved.addEventListener('move', track);
    moved.addEventListener('amend', follow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', on_click);
      removeEventListener('popstate', back_or_forward);
      removeEventListener('scroll', scrolled);
      moved.removeEventListener('move', track);
      moved.removeEventListener('amend', follow);
    };
  }, []);

  // A new place is seen from its top; an old one, from where it was left.
  useLayoutEffect(() => {
    if (place.visit > 0 && !place.hash) scrollTo(0, place.scroll);
  }, [place.visit]);
  return place;
}

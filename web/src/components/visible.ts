// What is far from the screen need not be drawn: with 1,000 tests only the strips near it exist.
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const told = new WeakMap<Element, (near: boolean) => void>();
let observer: IntersectionObserver | null = null;

function shared_observer(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) told.get(entry.target)?.(entry.isIntersecting);
    },
    { rootMargin: '800px' },
  );
  return observer;
}

export function use_near_screen(element: RefObject<Element>): boolean {
  const [near, set_near] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    told.set(watched, set_near);
    shared_observer().observe(watched);
    return () => {
      shared_observer().unobserve(watched);
      told.delete(watched);
    };
  }, []);
  return near;
}

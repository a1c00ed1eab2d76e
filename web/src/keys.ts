// Keys that work anywhere on the page. Single characters can be turned off: speech input types them by accident.
import { useEffect, useRef } from 'preact/hooks';

const store_key = 'canaryd.keys';

/** Storage may be forbidden; the default holds then. */
export const keys_on = (): boolean => {
  try {
    return localStorage.getItem(store_key) !== 'off';
  } catch {
    return true;
  }
};

export function turn_keys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(store_key);
    else localStorage.setItem(store_key, 'off');
  } catch {
    // It lasts as long as the page does not.
  }
}

const is_typing = (target: Element): boolean =>
  target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');

/** `handle` answers whether the key was its own. Not called while one types, nor while a dialog is open. */
export function use_keys(handle: (key: string, target: Element) => boolean): void {
  const current = useRef(handle);
  current.current = handle;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (is_typing(target) || document.querySelector('dialog[open]')) return;
      if (event.key.length === 1 && !keys_on()) return;
      if (current.current(event.key, target)) event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}

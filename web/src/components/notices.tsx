// Short answers to what the reader did, at the foot of the page.
import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useMemo, useRef, useState } from 'preact/hooks';

interface Notice {
  kind: 'done' | 'refused';
  text: ComponentChildren;
}

type Notify = (notice: Notice) => void;

const NoticeContext = createContext<Notify>(() => undefined);
export const use_notify = (): Notify => useContext(NoticeContext);

const shown_ms = 8_000;

export function Notices({ children }: { children: ComponentChildren }) {
  const [notices, set_notices] = useState<(Notice & { key: number })[]>([]);
  const next_key = useRef(1);
  const dismiss = (key: number): void => set_notices((all) => all.filter((notice) => notice.key !== key));
  const notify = useMemo<Notify>(
    () => (notice) => {
      const key = next_key.current++;
      set_notices((all) => [...all.slice(-2), { ...notice, key }]);
      setTimeout(() => dismiss(key), shown_ms);
    },
    [],
  );
  return (
    <NoticeContext.Provider value={notify}>
      {children}
      <div class="notices" role="status" aria-live="polite">
        {notices.map((notice) => (
          <div key={notice.key} class={`notice notice-${notice.kind}`}>
            <span>{notice.text}</span>
            <button type="button" class="quiet" aria-label="Dismiss" onClick={() => dismiss(notice.key)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </NoticeContext.Provider>
  );
}

// What stands around every page.
import type { ComponentChildren } from 'preact';
import { format_bytes, format_count, format_span, plural } from '../format';
import { use_connection } from '../live_hooks';
import { count_states } from '../listing';
import { overview_path } from '../routes';
import { down_icon } from '../tab_icon';
import { verdict_of } from '../tests';
import type { Verdict } from '../tests';
import type { OverviewTest, Status } from '../types';
import { Announcer } from './announcer';
import { Banners } from './banners';
import { Help } from './help';
import { ThemeButton } from './theme_button';

function Bird() {
  return (
    <svg class="bird" viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
      <path
        class="bird-body"
        d="M5 17c0-6 4.5-10.5 10-10.5 3.8 0 6.6 2 7.7 5l4.8 2.3-4.3 2.2C22.8 22.5 18.8 27 13.5 27H3.5c2.3-1.2 3.3-2.7 3.2-4.6C5.6 20.9 5 19 5 17z"
      />
      <path class="bird-wing" d="M10 17.5c1.5 3 4.3 4.3 8 3.7-1 2.2-3 3.3-5.3 3-2.3-.3-3.5-3.5-2.7-6.7z" />
      <circle class="bird-eye" cx="18.3" cy="12.3" r="1.4" />
    </svg>
  );
}

const link_titles: Record<string, string> = {
  Live: 'canaryd tells this page what happens, as it happens',
  'Every 10 s': 'canaryd has no place for another reader of events: it is asked every 10 s',
};

function Header() {
  const live = use_connection();
  const lost = live.failures > 0;
  const link = lost ? 'No connection' : !live.status ? 'Connecting' : live.polling ? 'Every 10 s' : 'Live';
  return (
    <header class="header">
      <a class="brand" href={overview_path}>
        <Bird />
        <span>canaryd</span>
      </a>
      {live.status?.name && <span class="daemon-name">{live.status.name}</span>}
      <span class={`link-state${lost ? ' is-lost' : live.polling ? ' is-polling' : ''}`} title={link_titles[link]}>
        <span class="dot" aria-hidden="true" />
        {link}
      </span>
      <ThemeButton />
      <Help />
    </header>
  );
}

function Footer() {
  const { status } = use_connection();
  return (
    <footer class="footer">
      {status && (
        <>
          <span>
            canaryd {status.version} {status.commit && <code>{status.commit.slice(0, 20)}</code>}
          </span>
          <span>up {format_span(status.uptime_seconds * 1000)}</span>
          <span>
            {plural(status.store.runs, 'run')} kept, {format_bytes(status.store.size_bytes)}
          </span>
          {status.store.dropped > 0 && <span class="bad">{format_count(status.store.dropped)} writes lost</span>}
          <span class="footer-config">{status.config.file}</span>
        </>
      )}
      <span class="footer-links">
        <a href="/api/v1/status">Status JSON</a> <a href="/metrics">Metrics</a>
      </span>
    </footer>
  );
}

const titled: Record<Verdict, string> = { down: '✕', up: '✓', unknown: '?' };

/** The tab says what the page would: which state, of what. */
export function tab_title(
  own: string | null,
  live: { failures: number; status: Status | null },
  tests: { down: number; up: number } | undefined = live.status?.tests,
): string {
  if (!live.status || !tests) return 'canaryd';
  const { name } = live.status;
  const state = verdict_of(tests);
  const sign = live.failures > 0 ? '…' : titled[state];
  const summary = state === 'down' ? `${tests.down} down` : state === 'up' ? 'all up' : 'no outcome yet';
  return `${sign} ${own ?? summary} · ${name || 'canaryd'}`;
}

function Tab({ title, tests }: { title: string | null; tests: OverviewTest[] | undefined }) {
  const live = use_connection();
  // The list is newer than the status, which is asked for after it.
  const counts = tests && !document.hidden ? count_states(tests) : live.status?.tests;
  const text = tab_title(title, live, counts);
  if (document.title !== text) document.title = text;
  const icon = document.getElementById('favicon');
  if (icon instanceof HTMLLinkElement) {
    const state = counts && live.failures === 0 ? verdict_of(counts) : 'unknown';
    const href = state === 'down' ? down_icon(counts?.down ?? 0) : icon.dataset[state];
    if (href && icon.getAttribute('href') !== href) icon.setAttribute('href', href);
  }
  return null;
}

interface Props {
  /** What the browser's tab shows beside the state; null where the state is all there is to say. */
  title: string | null;
  /** Where they are known: all of them. */
  tests?: OverviewTest[];
  children: ComponentChildren;
}

export function Frame({ title, tests, children }: Props) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Tab title={title} tests={tests} />
      <Announcer />
      <Header />
      <Banners />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}

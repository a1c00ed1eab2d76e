// What stands around every page.
import type { ComponentChildren } from 'preact';
import { format_bytes, format_count, format_span, plural } from '../format';
import { use_connection } from '../live_hooks';
import { overview_path } from '../routes';
import { verdict } from '../tests';
import { Banners } from './banners';

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

function Header() {
  const live = use_connection();
  const lost = live.failures > 0;
  return (
    <header class="header">
      <a class="brand" href={overview_path}>
        <Bird />
        <span>canaryd</span>
      </a>
      {live.status?.name && <span class="daemon-name">{live.status.name}</span>}
      <span class={lost ? 'link-state is-lost' : 'link-state'} title={lost ? undefined : 'This page updates by itself'}>
        <span class="dot" aria-hidden="true" />
        {lost ? 'No connection' : live.status ? 'Live' : 'Connecting'}
      </span>
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

const titled: Record<ReturnType<typeof verdict>, string> = { down: '✕', up: '✓', unknown: '?' };

/** The tab says what the page would: which state, of what. */
export function tab_title(
  own: string | null,
  live: { failures: number; status: Parameters<typeof verdict>[0] | null },
): string {
  if (!live.status) return 'canaryd';
  const { tests, name } = live.status;
  const state = verdict(live.status);
  const sign = live.failures > 0 ? '…' : titled[state];
  const summary = state === 'down' ? `${tests.down} down` : state === 'up' ? 'all up' : 'no outcome yet';
  return `${sign} ${own ?? summary} · ${name || 'canaryd'}`;
}

function Tab({ title }: { title: string | null }) {
  const live = use_connection();
  const text = tab_title(title, live);
  if (document.title !== text) document.title = text;
  const icon = document.getElementById('favicon');
  if (icon instanceof HTMLLinkElement) {
    const state = live.status && live.failures === 0 ? verdict(live.status) : 'unknown';
    const href = icon.dataset[state];
    if (href && icon.getAttribute('href') !== href) icon.setAttribute('href', href);
  }
  return null;
}

/** `title` is what the browser's tab shows beside the state; null where the state is all there is to say. */
export function Frame({ title, children }: { title: string | null; children: ComponentChildren }) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Tab title={title} />
      <Header />
      <Banners />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}

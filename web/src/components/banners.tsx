// What concerns the whole page: the daemon is away, or it could not load its configuration.
import { format_age, format_clock } from '../format';
import { use_connection, use_now } from '../live_hooks';

function ConnectionLost() {
  const live = use_connection();
  use_now();
  if (live.failures === 0) return null;
  const now = Date.now();
  const next = Math.max(0, Math.ceil(((live.next_at ?? now) - now) / 1000));
  return (
    <div class="banner banner-lost">
      <strong>No answer from canaryd.</strong>{' '}
      {live.answered_at === null ? (
        <span>It has not answered yet. </span>
      ) : (
        <span>
          What is shown is from {format_clock(new Date(live.answered_at))}, {format_age(now - live.answered_at)}{' '}
          ago.{' '}
        </span>
      )}
      <span class="muted">{next > 0 ? `Trying again in ${next} s.` : 'Trying again…'}</span>
      <button type="button" onClick={() => live.refresh()}>
        Try now
      </button>
    </div>
  );
}

const back_shown_ms = 5_000;

function ConnectedAgain() {
  const live = use_connection();
  use_now();
  if (live.failures > 0 || live.back_at === null || Date.now() - live.back_at > back_shown_ms) return null;
  return (
    <div class="banner banner-back">
      <strong>canaryd is back.</strong> <span>What is shown is up to date again.</span>
    </div>
  );
}

function ReloadFailed() {
  const { status } = use_connection();
  if (!status || status.config.last_reload_successful) return null;
  return (
    <div class="banner banner-reload">
      <strong>The configuration was changed and could not be loaded.</strong>{' '}
      <span>The tests as they were before go on.</span>
      {status.config.last_reload_error && <pre>{status.config.last_reload_error}</pre>}
    </div>
  );
}

export function Banners() {
  const live = use_connection();
  return (
    <div class="banners">
      {/* Only that it was lost is spoken; the seconds that it counts are not. */}
      <p class="unseen" role="alert">
        {live.failures > 0 ? 'Connection to canaryd lost' : live.back_at !== null ? 'Connected to canaryd again' : ''}
      </p>
      <ConnectionLost />
      <ConnectedAgain />
      <ReloadFailed />
    </div>
  );
}

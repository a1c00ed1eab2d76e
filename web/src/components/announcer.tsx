// Says aloud, to who listens to the page, that a test changed its state.
import { useEffect, useState } from 'preact/hooks';
import { announcement } from '../announcement';
import { use_live } from '../live_hooks';

export function Announcer() {
  const live = use_live();
  const [said, say] = useState('');
  useEffect(
    () =>
      live.on_events((events) => {
        const text = announcement(events);
        if (text) say(text);
      }),
    [live],
  );
  return (
    <p class="unseen announcer" role="status" aria-live="polite">
      {said}
    </p>
  );
}

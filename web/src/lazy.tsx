// Parts of the page that come when they are wanted, so that the list of tests need not wait for them.
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Where a part was to be. The files of another version of canaryd have other names: only a new page knows them. */
function Absent() {
  return (
    <p class="empty" role="alert">
      This part of the page could not be loaded.{' '}
      <button type="button" onClick={() => location.reload()}>
        Load the page again
      </button>
    </p>
  );
}

const as_it_is = (content: ComponentChildren) => <>{content}</>;

/**
 * A component whose code comes with its first use, or with `preload`. `around` is drawn around what stands in its place
 * until then, and around what says that it did not come.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, around = as_it_is) {
  let loaded: ComponentType<P> | null = null;
  let coming: Promise<void> | null = null;
  const preload = (): Promise<void> =>
    (coming ??= load().then(
      (component) => {
        loaded = component;
      },
      (error: unknown) => {
        coming = null;
        throw error;
      },
    ));
  function Lazy(props: P) {
    const [, draw] = useState(false);
    const [absent, set_absent] = useState(false);
    useEffect(() => {
      let here = true;
      preload().then(
        () => here && draw(true),
        () => here && set_absent(true),
      );
      return () => {
        here = false;
      };
    }, []);
    const Loaded = loaded;
    if (Loaded) return <Loaded {...props} />;
    return around(absent ? <Absent /> : <p class="loading">Loading…</p>);
  }
  return Object.assign(Lazy, { preload });
}

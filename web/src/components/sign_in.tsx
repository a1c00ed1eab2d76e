// Where canaryd asks for a token: a form in place of the page, and below the page who it is that looks.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { get_session, sign_in, sign_out, signed_out, why_not } from '../api';
import { use_live } from '../live_hooks';
import type { Session } from '../types';

function Form({ enter }: { enter: (session: Session) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [asking, set_asking] = useState(false);
  const [wrong, set_wrong] = useState('');
  useEffect(() => {
    document.title = 'Sign in · canaryd';
    field.current?.focus();
  }, []);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (asking || !field.current) return;
    set_asking(true);
    set_wrong('');
    try {
      enter(await sign_in(field.current.value.trim()));
    } catch (error) {
      set_wrong(why_not(error));
      field.current?.select();
    } finally {
      set_asking(false);
    }
  };
  return (
    <main class="sign-in">
      <h1>Sign in to canaryd</h1>
      <form onSubmit={(event) => void submit(event)}>
        <label for="token">Token</label>
        <input
          id="token"
          ref={field}
          type="password"
          autocomplete="current-password"
          required
          aria-describedby="token-help token-wrong"
          aria-invalid={wrong !== ''}
        />
        <button type="submit" class="primary" aria-disabled={asking}>
          {asking ? 'Signing in…' : 'Sign in'}
        </button>
        <p id="token-wrong" class="bad" role="alert">
          {wrong && `Not signed in: ${wrong}.`}
        </p>
        <p id="token-help" class="muted">
          It begins with <code>canary_</code>. Whoever runs this canaryd makes one with <code>canaryctl token</code>.
        </p>
      </form>
    </main>
  );
}

/** The page, or where nobody has signed in that must, the form. */
export function SignIn({ children }: { children: ComponentChildren }) {
  const live = use_live();
  const [session, set_session] = useState<Session | null>(null);
  useEffect(() => {
    const out = (): void => set_session({ tokens: true, name: null, may: 'nothing' });
    addEventListener(signed_out, out);
    get_session().then(set_session, () => undefined);
    return () => removeEventListener(signed_out, out);
  }, []);
  const enter = (entered: Session): void => {
    set_session(entered);
    live.refresh();
  };
  if (session?.may === 'nothing') return <Form enter={enter} />;
  const leave = (): void => {
    sign_out().then(enter, () => undefined);
  };
  return (
    <>
      {children}
      {session?.name && (
        <p class="signed-in">
          Signed in as {session.name}, who may {session.may === 'write' ? 'look and change' : 'look'}.{' '}
          <button type="button" onClick={leave}>
            Sign out
          </button>
        </p>
      )}
    </>
  );
}

// What keys do, and which theme is shown.
import { useRef, useState } from 'preact/hooks';
import { keys_on, turn_keys, use_keys } from '../keys';

const keys: [string[], string][] = [
  [['/'], 'search, on the overview'],
  [['j', '↓'], 'the next test'],
  [['k', '↑'], 'the test before'],
  [['Enter'], 'open it'],
  [['←', '→'], 'from outcome to outcome, within a strip'],
  [['Esc'], 'close, or clear the search'],
  [['?'], 'this help'],
];

export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, set_on] = useState(keys_on);
  const open = (): void => dialog.current?.showModal();
  use_keys((key) => {
    if (key !== '?') return false;
    open();
    return true;
  });
  const change = (next: boolean): void => {
    turn_keys(next);
    set_on(next);
  };
  return (
    <>
      <button type="button" class="icon" aria-label="Keyboard help" title="Keyboard help, key: ?" onClick={open}>
        <span aria-hidden="true">?</span>
      </button>
      <dialog
        ref={dialog}
        class="help"
        aria-labelledby="help-title"
        onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      >
        <div class="help-inner">
          <div class="section-head">
            <h2 id="help-title">Keys</h2>
            <button type="button" class="quiet" aria-label="Close" onClick={() => dialog.current?.close()}>
              ×
            </button>
          </div>
          <dl>
            {keys.map(([names, words]) => (
              <div key={words}>
                <dt>
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <label>
            <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} /> Keys of a
            single character
          </label>
        </div>
      </dialog>
    </>
  );
}

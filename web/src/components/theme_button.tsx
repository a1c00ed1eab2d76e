// Light, dark, or as the system has it.
import { useState } from 'preact/hooks';
import { choose_theme, theme_choice } from '../theme';
import type { ThemeChoice } from '../theme';

const next: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };
const words: Record<ThemeChoice, string> = { system: 'as the system', light: 'light', dark: 'dark' };

export function ThemeButton() {
  const [choice, set_choice] = useState(theme_choice);
  const change = (): void => {
    choose_theme(next[choice]);
    set_choice(next[choice]);
  };
  return (
    <button
      type="button"
      class="icon"
      aria-label={`Theme: ${words[choice]}. Change to ${words[next[choice]]}`}
      title={`Theme: ${words[choice]}`}
      onClick={change}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {choice === 'light' && (
          <path d="M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM7.4 1h1.2v2H7.4zm0 12h1.2v2H7.4zM1 7.4h2v1.2H1zm12 0h2v1.2h-2zM2.6 3.5l.9-.9 1.4 1.4-.9.9zm8.5 8.5.9-.9 1.4 1.4-.9.9zm2.3-9.4.9.9-1.4 1.4-.9-.9zM4.9 12l-1.4 1.4-.9-.9L4 11.1z" />
        )}
        {choice === 'dark' && <path d="M6.2 1.6a6.5 6.5 0 1 0 8.2 8.2A5.6 5.6 0 0 1 6.2 1.6z" />}
        {choice === 'system' && <path d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 1.3v10.4a5.2 5.2 0 0 0 0-10.4z" />}
      </svg>
    </button>
  );
}

// Light or dark: as the system has it, until the reader says otherwise. The style sheets look at html's data-theme.
export type ThemeChoice = 'system' | 'light' | 'dark';

const store_key = 'canaryd.theme';
const dark_system = matchMedia('(prefers-color-scheme: dark)');

/** Tells `change` whenever the colours of the page are others than before. */
export const theme_changes = new EventTarget();

export function theme_choice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(store_key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

function show(): void {
  const choice = theme_choice();
  const theme = choice === 'system' ? (dark_system.matches ? 'dark' : 'light') : choice;
  const { dataset } = document.documentElement;
  if (dataset['theme'] === theme) return;
  dataset['theme'] = theme;
  theme_changes.dispatchEvent(new Event('change'));
}

export function choose_theme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(store_key);
    else localStorage.setItem(store_key, choice);
  } catch {
    // Where nothing may be kept, the system's theme stays.
  }
  show();
}

/** Before anything is drawn. */
export function start_theme(): void {
  show();
  dark_system.addEventListener('change', show);
  addEventListener('storage', show);
}

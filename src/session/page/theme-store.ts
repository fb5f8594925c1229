// Light or dark: as the system has it until the person says otherwise. Works where storage is denied.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type ThemeName = 'light' | 'dark';
export type ThemeChoice = 'system' | ThemeName;

export interface Theme {
  readonly choice: ThemeChoice;
  readonly shown: ThemeName;
}

const storageKey = 'hourglass-theme';
const darkQuery = '(prefers-color-scheme: dark)';

const themeStore = createStore<Theme>()(() => ({ choice: 'system', shown: 'light' }));

export function useTheme<T>(select: (theme: Theme) => T): T {
  return useStore(themeStore, select);
}

/** Shows the kept choice and follows the system from then on. */
export function startTheme(): void {
  const choice = readChoice();
  const shown = themeOf(choice);
  // Nothing of the page is drawn yet that could fade.
  document.documentElement.dataset['theme'] = shown;
  themeStore.setState({ choice, shown });
  matchMedia(darkQuery).addEventListener('change', () => show(themeStore.getState().choice));
}

/** Chooses the other of light and dark; back to `system` where that is what the system has. */
export function toggleTheme(): void {
  const wanted: ThemeName = themeStore.getState().shown === 'dark' ? 'light' : 'dark';
  const choice = wanted === systemTheme() ? 'system' : wanted;
  try {
    if (choice === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // Storage is denied: the choice lasts as long as the page.
  }
  show(choice);
}

/** Shows this theme whatever was chosen, and keeps the choice; null: the chosen one again. */
export function showTheme(theme: ThemeName | null): void {
  const { choice } = themeStore.getState();
  show(choice, theme ?? undefined);
}

function show(choice: ThemeChoice, instead?: ThemeName): void {
  const shown = instead ?? themeOf(choice);
  const root = document.documentElement;
  if (root.dataset['theme'] !== shown) {
    // All at once: words that fade from one theme's colour to the other's cannot be read meanwhile.
    root.dataset['changesTheme'] = '';
    root.dataset['theme'] = shown;
    root.getBoundingClientRect();
    delete root.dataset['changesTheme'];
  }
  themeStore.setState({ choice, shown });
}

function readChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

function themeOf(choice: ThemeChoice): ThemeName {
  return choice === 'system' ? systemTheme() : choice;
}

function systemTheme(): ThemeName {
  return matchMedia(darkQuery).matches ? 'dark' : 'light';
}

// The language that a person chose instead of the browser's. Works where storage is denied: then the browser's language stays.
import { isLanguage, languageFor, type Language } from '../../core/language/languages';

const storageKey = 'hourglass-language';

/** The kept choice, else the browser's. */
export function wantedLanguage(): Language {
  try {
    const kept = localStorage.getItem(storageKey);
    if (isLanguage(kept)) return kept;
  } catch {
    // Storage is denied.
  }
  return languageFor(navigator.languages);
}

/** For the next start of the page. @returns false where storage is denied */
export function keepLanguage(language: Language): boolean {
  try {
    localStorage.setItem(storageKey, language);
    return true;
  } catch {
    return false;
  }
}

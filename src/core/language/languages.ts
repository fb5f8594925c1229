// The languages that the page can speak, and which of them a person is given.
import { i18n } from './i18n';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

/** @param preferred tags such as `es-MX`, most wanted first; English where none is among the page's languages */
export function languageFor(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** Whether the page writes `0,5` for a half, and `10.000` for ten thousand. */
export function hasDecimalComma(): boolean {
  return i18n.locale === 'es';
}

/** For `Intl`: dates and lists as the language of the page writes them; English ones as in Britain. */
export function formatLocale(): string {
  return i18n.locale === 'en' ? 'en-GB' : i18n.locale;
}

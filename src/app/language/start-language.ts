// Begins another language than English, which is in the code itself.
import type { Messages } from '@lingui/core';
import { rememberWords } from '../../core/language/english';
import { i18n } from '../../core/language/i18n';
import type { Language } from '../../core/language/languages';

const words: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ messages: Messages }>>> = {
  es: () => import('./spanish'),
};

/** Words that cannot be fetched leave the page in English. */
export async function startLanguage(language: Language): Promise<void> {
  if (language === 'en') return;
  try {
    const { messages } = await words[language]();
    rememberWords();
    i18n.loadAndActivate({ locale: language, messages });
    document.documentElement.lang = language;
  } catch {
    // Offline, perhaps. English is in the code.
    document.documentElement.lang = 'en';
  }
}

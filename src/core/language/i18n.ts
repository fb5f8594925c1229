// The language of the page. What a person reads is written in English with Lingui's macros (`t`, `plural`, `Trans`), which ask this
// instance. It speaks English until a page starts another language, once, before any module with words is loaded
// (`src/app/main.ts`): words may therefore be constants. Workers never leave English, and show nobody a word.
import { setupI18n } from '@lingui/core';
import { compileMessage, type CompiledMessage } from '@lingui/message-utils/compileMessage';

export const i18n = setupI18n({ locale: 'en', messages: { en: {} } });

/** What is said while this runs is English, as in files. Constants stay in the language of the page. */
export function inEnglish<T>(make: () => T): T {
  const { locale } = i18n;
  i18n.activate('en');
  try {
    return make();
  } finally {
    i18n.activate(locale);
  }
}

// English is compiled when it is first said; other languages come compiled.
const compiled = new Map<string, CompiledMessage>();
i18n.setMessagesCompiler((message) => {
  let known = compiled.get(message);
  if (known === undefined) compiled.set(message, (known = compileMessage(message)));
  return known;
});

// The language of the page. What a person reads is written in English with Lingui's macros (`t`, `plural`, `Trans`), which ask this
// instance. It speaks English until a page starts another language, once, before any module with words is loaded
// (`src/app/main.ts`): words may therefore be constants. Workers never leave English, and show nobody a word.
import { setupI18n } from '@lingui/core';

export const i18n = setupI18n({ locale: 'en', messages: { en: {} } });

// Chooses the language before anything that has words is loaded, then begins the page (decision 0032).
import { wantedLanguage } from '../session/page/language-choice';
import { startLanguage } from './language/start-language';

await startLanguage(wantedLanguage());
await import('./page');

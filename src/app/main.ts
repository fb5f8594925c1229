// Starts the engine's worker, and chooses the language before anything that has words is loaded; then begins the page (decision 0032).
import { wantedLanguage } from '../session/page/language-choice';
import { startEngineWorker } from '../session/engine/engine-worker';
import { startLanguage } from './language/start-language';

startEngineWorker();
// Not awaited: the page shares modules with this file, so each would wait for the other.
void startLanguage(wantedLanguage()).then(() => import('./page'));

// Starts the engine's worker, and chooses the language before anything that has words is loaded; then begins the page (decision 0032).
import { wantedLanguage } from '../session/page/language-choice';
import { startEngineWorker } from '../session/engine/engine-worker';
import { startLanguage } from './language/start-language';

startEngineWorker();
const language = wantedLanguage();
// What is shown before the page has drawn (index.html) is in both languages, and has the places of Train's cards.
document.documentElement.lang = language;
if (!/^(#train)?$/.test(location.hash)) document.documentElement.dataset['begins'] = 'elsewhere';
// Not awaited: the page shares modules with this file, so each would wait for the other.
// The session's modules first and then Train's, in tasks of their own: all at once would hold up the browser for too long.
void startLanguage(language)
  .then(() => import('../session/session'))
  .then(() => import('../workspaces/train/train-workspace'))
  .then(() => import('./page'));

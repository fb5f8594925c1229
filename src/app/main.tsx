// The page begins: the experiment is read from the address, the worker is started, and only then is anything drawn.
import { createRoot } from 'react-dom/client';
import { familyOf } from '../catalog/families/registry';
import { fromSearch } from '../core/experiment-url';
import { startSession, sweeps } from '../session/actions';
import { createAnalysis } from '../session/analysis-client';
import { openEngine } from '../session/engine-client';
import { experimentStore } from '../session/experiment-store';
import { statusOf } from '../session/comparison';
import { comparisonStore } from '../session/comparison-store';
import { runStatus } from '../session/run';
import { runStore } from '../session/run-store';
import { startTheme } from '../session/theme-store';
import { startUrlSync } from '../session/url-sync';
import { createWakeLock } from '../session/wake-lock';
import '../ui/theme/base.css';
import { App } from './app';
import { startKeyboard } from './keyboard';
import { openLink, tellProblems } from './open-link';
import { startWorkspaces } from './workspaces';

const linked = fromSearch(location.search);
experimentStore.setState(linked.experiment, true);
startSession(openEngine, createAnalysis());
void sweeps.restore();
tellProblems(linked.problems);
startUrlSync(window, experimentStore, openLink);

startTheme();
const showFamily = () => (document.documentElement.dataset['family'] = familyOf(experimentStore.getState()));
showFamily();
experimentStore.subscribe(showFamily);

const title = document.title;
const keepAwake = createWakeLock();
function showTraining(): void {
  const status = runStatus(runStore.getState());
  const isTraining =
    status === 'training' || status === 'waiting' || statusOf(comparisonStore.getState()) === 'training';
  keepAwake(isTraining);
  const wanted = isTraining ? `Training · ${title}` : title;
  if (document.title !== wanted) document.title = wanted;
}
runStore.subscribe(showTraining);
comparisonStore.subscribe(showTraining);
startWorkspaces(window);
startKeyboard();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);

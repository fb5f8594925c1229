// The page begins: the experiment is read from the address, a run that was kept over a reload is taken up, the worker is started, and
// only then is anything drawn.
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import type { DatasetId } from '../core/experiment/dataset-id';
import { pause } from '../core/browser/pause';
import { experimentSchema } from '../catalog/experiment-schema';
import { familyOf } from '../catalog/families/registry';
import { fromSearch } from '../core/experiment/url/experiment-url';
import { openAnalysis } from '../session/analysis/analysis-client';
import { openEngine } from '../session/engine/engine-client';
import { openImports } from '../session/importing/import-client';
import { statusOf } from '../session/comparison/comparison';
import { runStatus } from '../session/runs/run';
import { tellKeptRun } from '../session/archive/archive-notices';
import { resumeKeptRun } from '../session/archive/kept-run';
import { loadRunArchive } from '../session/archive/load-archive';
import type { ReadRun } from '../session/archive/run-archive';
import { notedRun } from '../session/archive/tab-note';
import { takeRun } from '../session/archive/take-run';
import { createHolds } from '../session/page/holds';
import { startPresentation } from '../session/page/presentation/presentation';
import { startTheme } from '../session/page/theme-store';
import { createDatasets, ownName } from '../session/datasets/datasets';
import { loadOwnStorage } from '../session/datasets/own-storage';
import { startUrlSync } from '../session/page/url-sync';
import { createWakeLock } from '../session/page/wake-lock';
import { createSession, type Session } from '../session/session';
import { SessionProvider } from '../session/hooks/session-context';
import { loadSweepArchive } from '../session/sweeps/load-sweep-archive';
import { providePageFacts } from '../ui/export/page-facts';
import { phoneQuery } from '../ui/media';
import '../ui/theme/base.css';
import { App } from './app';
import { startKeyboard } from './keyboard';
import { followTeacher, openLink, takeFromLink } from './navigation/open-link';
import { navigationStore, startNavigation } from './navigation/navigation';
import { startScrolling } from './navigation/scrolling';
import { describePage, pageTitle } from './navigation/page-title';

const runHolds = createHolds('hourglass-run-');
const sweepHolds = createHolds('hourglass-sweep-');
const isNewVisit = notedRun() === null;
const before = Promise.all([takeRun(loadRunArchive, runHolds), followTeacher()]);
// In a task of its own: the browser answers and paints between this script's evaluation and what the page makes.
void pause().then(async () => openPage(await before));

function openPage([kept, teacherProblems]: [ReadRun, string[]]): void {
  const linked = fromSearch(location.search, experimentSchema);
  linked.problems.push(...teacherProblems);
  const [opening] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isByLink = opening?.type === 'navigate';
  const ownRun = kept === 'unreadable' ? null : kept;
  const keptRun = ownRun && resumeKeptRun(ownRun, linked.experiment, isByLink);
  const datasets = createDatasets(loadOwnStorage);
  const session = createSession({
    openEngine,
    datasets,
    analysis: openAnalysis(datasets.lent),
    imports: openImports(),
    archive: loadSweepArchive(),
    holds: { hold: sweepHolds.hold, heldElsewhere: sweepHolds.held },
    experiment: linked.experiment,
    resumed: keptRun,
    runArchive: loadRunArchive,
    runHolds,
  });
  const { run, comparison } = session;
  session.start();
  void session.sweeps.restore();
  takeFromLink(session, linked);
  if (keptRun) tellKeptRun(session.notices, keptRun.step);
  if (kept === 'unreadable') tellKeptRun(session.notices, null);
  const besideExperiment = {
    nameOf: (dataset: DatasetId) => ownName(datasets.store.getState(), dataset),
    until: () => run.goals.inLink(),
    subscribe: (listener: () => void) => [datasets, run.goals].map(({ store }) => store.subscribe(listener)),
  };
  startUrlSync(window, run.experiment, besideExperiment, (read) => openLink(session, read));

  const readDatasets = () => void datasets.refresh();
  const whenLoaded = () => {
    readDatasets();
    if (import.meta.env.PROD) {
      void import('../session/offline-page').then(
        ({ startOfflinePage }) => startOfflinePage(session),
        () => undefined,
      );
    }
  };
  if (document.readyState === 'complete') whenLoaded();
  else addEventListener('load', whenLoaded, { once: true });
  addEventListener('focus', readDatasets);
  addEventListener('pagehide', () => {
    datasets.finishRemoving();
    session.archivist.finishRemoving();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void session.archivist.keepNow();
  });

  describePage();
  startTheme();
  startPresentation();
  const showFamily = () => (document.documentElement.dataset['family'] = familyOf(run.experiment.getState()));
  showFamily();
  run.experiment.subscribe(showFamily);

  const keepAwake = createWakeLock();
  function showTraining(): void {
    const status = runStatus(run.store.getState());
    const isTraining =
      status === 'training' || status === 'waiting' || statusOf(comparison.store.getState()) === 'training';
    keepAwake(isTraining);
    const wanted = pageTitle(navigationStore.getState().shown.workspace, isTraining);
    if (document.title !== wanted) document.title = wanted;
  }
  run.store.subscribe(showTraining);
  comparison.store.subscribe(showTraining);
  navigationStore.subscribe(showTraining);
  startScrolling(window);
  startNavigation(window, session);
  startKeyboard(session);
  const { search } = location;
  void import('./start-visit').then(
    ({ startVisit }) => startVisit(session, runHolds, search, isNewVisit || (isByLink && keptRun === null)),
    () => undefined, // offline, perhaps: the run is in the list of runs
  );
  providePageFacts(async () => (await import('./page-facts')).pageFactsOf(session));
  void pause().then(() => draw(session));
}

function draw(session: Session): void {
  const root = document.getElementById('root');
  if (!root) return;
  const reactRoot = createRoot(root);
  const render = () =>
    reactRoot.render(
      <SessionProvider session={session}>
        <App />
      </SessionProvider>,
    );
  // A phone's processor would be held up for too long: it draws in slices, and Train stands a little later. A desk draws at once.
  if (matchMedia(phoneQuery).matches) startTransition(render);
  else render();
}

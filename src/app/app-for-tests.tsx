// For tests only: the whole page on a session of the test's own.
import type { DatasetId } from '../core/experiment/dataset-id';
import { ownName } from '../session/datasets/datasets';
import { createRoot } from 'react-dom/client';
import { expect } from 'vitest';
import { evaluationEvent, startedEvent, type FakeEngine } from '../session/testing/fake-engine';
import { snapshotEvent } from '../session/testing/snapshot-event';
import { startUrlSync } from '../session/page/url-sync';
import type { Session } from '../session/session';
import { SessionProvider } from '../session/hooks/session-context';
import '../ui/theme/base.css';
import { App } from './app';
import { startKeyboard } from './keyboard';
import { openLink } from './navigation/open-link';
import { startNavigation } from './navigation/navigation';

/**
 * Starts the session and shows the page, until the function that is returned is called.
 * @param follows what of the browser's window the page follows
 */
export function openApp(
  session: Session,
  follows: { readonly keys?: boolean; readonly address?: boolean } = {},
): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const page = {
    location,
    history,
    addEventListener<Type extends keyof WindowEventMap>(
      type: Type,
      listener: (event: WindowEventMap[Type]) => void,
    ) {
      addEventListener(type, listener, { signal });
    },
  };
  if (follows.keys) startKeyboard(session, page);
  if (follows.address) {
    const { run, datasets } = session;
    const besideExperiment = {
      nameOf: (id: DatasetId) => ownName(datasets.store.getState(), id),
      until: () => run.goals.inLink(),
      subscribe: (listener: () => void) =>
        [datasets, run.goals].map(({ store }) => store.subscribe(listener)),
    };
    startUrlSync(page, run.experiment, besideExperiment, (read) => openLink(session, read));
    startNavigation(page, session);
  }
  const element = document.createElement('div');
  document.body.replaceChildren(element);
  const root = createRoot(element);
  session.start();
  root.render(
    <SessionProvider session={session}>
      <App />
    </SessionProvider>,
  );
  return () => {
    root.unmount();
    ended.abort();
    session.dispose();
  };
}

/** The first run stands, untrained and measured. Returns its id. */
export async function showFirstRun(session: Session, engine: FakeEngine): Promise<string> {
  await expect.poll(() => engine.runId()).not.toBe('');
  const runId = engine.runId();
  const experiment = session.run.experiment.getState();
  engine.emit(startedEvent(runId, experiment));
  engine.emit({ type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } });
  engine.emit(snapshotEvent(runId, 0, experiment));
  engine.emit(evaluationEvent(runId));
  return runId;
}

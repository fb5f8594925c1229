// The notices of a run that stopped training by itself. One takes the place of the other, and both go when training goes on.
import type { TrainingEvent } from '../../core/engine-api/events';
import { divergedNotice, tellDiverged } from '../engine/notices/engine-notices';
import type { Goal } from '../../core/run/goal';
import type { Notice, Notices } from '../page/notices';
import type { Run } from '../runs/run';
import type { MainRun } from './main-run';
import {
  reachedWithoutWords,
  replacedAction,
  replacedText,
  stoppedEarlyActions,
  stoppedEarlyText,
} from './words';

/** @param after the run after the event */
export function tellOfTraining(notices: Notices, after: Run, event: TrainingEvent, run: MainRun): void {
  if (event.type === 'diverged') tellDiverged(notices, event, after, run);
  const goal = event.type === 'paused' ? run.goals.takeReached(after) : null;
  if (goal !== null) void tellReached(notices, goal, after, run);
  if (event.type !== 'paused' || event.reason !== 'no-better' || after.best === null) return;
  const { loss, checkpoint } = after.best;
  notices.show({
    key: divergedNotice,
    kind: 'warning',
    ...stoppedEarlyText({ step: checkpoint.step, loss }, event.step, after.experiment.earlyStopping),
    action: { label: stoppedEarlyActions.goBack, onClick: run.goBackToBest },
    otherAction: { label: stoppedEarlyActions.trainOn, onClick: run.trainOn },
  });
}

/** Its words come when they are needed: few runs have a goal. */
async function tellReached(notices: Notices, goal: Goal, after: Run, run: MainRun): Promise<void> {
  const words = await import('./goal/words').then(
    ({ reachedText }) => reachedText(goal, after),
    () => ({ message: reachedWithoutWords }),
  );
  if (run.store.getState().wantsTraining) return;
  const action = { label: stoppedEarlyActions.trainOn, onClick: run.trainOn };
  notices.show({ key: divergedNotice, kind: 'info', ...words, action });
}

/**
 * No press costs what was learned: the network before is offered until the new one has trained for as long.
 * @param before the run that was replaced
 */
export function tellReplaced(notices: Notices, before: Run, run: MainRun): void {
  const step = before.checkpoint?.step ?? 0;
  const offer: Notice = {
    key: 'replaced',
    kind: 'info',
    ...replacedText(step),
    action: { label: replacedAction, onClick: () => run.putBack(before) },
  };
  notices.show(offer);
  const stop = run.store.subscribe((now) => {
    const isOpen = notices.store.getState().includes(offer);
    if (isOpen && now.step < step) return;
    stop();
    if (isOpen) notices.dismiss(offer.key);
  });
}

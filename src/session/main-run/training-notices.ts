// The notices of a run that stopped training by itself. One takes the place of the other, and both go when training goes on.
import { shownDataset } from '../../catalog/datasets/shown';
import type { TrainingEvent } from '../../core/engine-api/events';
import { divergedNotice, tellDiverged } from '../engine/notices/engine-notices';
import type { Goal } from '../../core/run/goal/goal';
import type { Notice, Notices } from '../page/notices';
import type { Run } from '../runs/run';
import type { MainRun } from './main-run';
import {
  narrowedText,
  otherDataText,
  reachedWithoutWords,
  replacedAction,
  replacedText,
  stoppedEarlyActions,
  stoppedEarlyText,
} from './words';

const narrowedNotice = 'narrowed';

/** @param after the run after the event */
export function tellOfTraining(
  notices: Notices,
  after: Run,
  event: TrainingEvent,
  run: MainRun,
  before: Run,
): void {
  if (event.type === 'started' && event.step > 0 && hasOtherData(before, after)) {
    notices.show({
      key: 'other-data',
      kind: 'warning',
      ...otherDataText(shownDataset(event.dataset).name, event.step),
    });
  }
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
  notices.dismiss(narrowedNotice);
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

/** Going on with a run whose samples are not those that it was trained on; unknown where it was kept without their checksum. */
function hasOtherData(before: Run, after: Run): boolean {
  const known = before.facts?.dataset.checksum;
  const now = after.facts?.dataset.checksum;
  return known !== undefined && now !== undefined && known !== now;
}

/**
 * Narrowing a layer drops weights: the wider network is offered, that from before the first of several narrowings.
 * @param before the run as it was
 */
export function createNarrowingOffer(notices: Notices, run: () => MainRun): (before: Run) => void {
  let offer: Notice | null = null;
  let offered: Run | null = null;
  return (before) => {
    const isOpen = offer !== null && notices.store.getState().includes(offer);
    const widest = isOpen && offered?.runId === before.runId ? offered : before;
    const step = widest.checkpoint?.step ?? 0;
    offered = widest;
    offer = {
      key: narrowedNotice,
      kind: 'info',
      ...narrowedText(step),
      action: {
        label: replacedAction,
        onClick() {
          notices.dismiss(narrowedNotice);
          run().putBack(widest);
        },
      },
    };
    notices.show(offer);
  };
}

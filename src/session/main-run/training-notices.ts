// The notices of a run that stopped training by itself. One takes the place of the other, and both go when training goes on.
import type { TrainingEvent } from '../../core/engine-api/events';
import { divergedNotice, tellDiverged } from '../engine/notices/engine-notices';
import type { Notices } from '../page/notices';
import type { Run } from '../runs/run';
import type { MainRun } from './main-run';
import { resetText, stoppedEarlyActions, stoppedEarlyText } from './words';

/** @param after the run after the event */
export function tellOfTraining(notices: Notices, after: Run, event: TrainingEvent, run: MainRun): void {
  if (event.type === 'diverged') tellDiverged(notices, event, after, run);
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

/** A slip of the key must not cost what was learned. @param before the run that was given up */
export function tellReset(notices: Notices, before: Run, run: MainRun): void {
  const step = before.checkpoint?.step ?? 0;
  notices.show({
    key: divergedNotice,
    kind: 'info',
    message: resetText.message,
    action: { label: resetText.undo(step), onClick: () => run.putBack(before) },
  });
}

// What runs and whether it runs: the family, and the buttons of a tape recorder.
import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { families, familyName, familyOf, type FamilyId } from '../../catalog/families/registry';
import { defaultExperiment } from '../../core/experiment';
import { chooseFamily, reset, stepOnce, toggleTraining } from '../../session/actions';
import { useEngine } from '../../session/engine-store';
import { useExperiment } from '../../session/experiment-store';
import type { Run } from '../../session/run';
import { useRun } from '../../session/run-store';
import { TransportButton } from '../../ui/controls/buttons';
import { SegmentedRadio } from '../../ui/controls/segmented-radio';
import { Tooltip } from '../../ui/controls/tooltip';
import styles from './transport.module.css';

const familyOptions = (Object.keys(families) as FamilyId[]).map((value) => ({
  value,
  label: families[value].label,
  explanation: families[value].summary,
}));

/** What an experiment is called that is as its family's preset makes it. */
const ownNames = Object.fromEntries(
  familyOptions.map(({ value }) => [value, familyName({ ...defaultExperiment, ...families[value].preset })]),
) as Record<FamilyId, string>;

export function FamilyChoice() {
  const family = useExperiment(familyOf);
  return (
    <div className={styles.family}>
      <SegmentedRadio label="Family" value={family} options={familyOptions} onChange={chooseFamily} />
      <FamilyBadge />
    </div>
  );
}

/** What the experiment has become. It is only to be heard while that is what the family's own button says. */
function FamilyBadge() {
  const name = useExperiment(familyName);
  // Its place is the stage line's while there is something to wait for.
  const isWaiting = useRun((run) => stageText(run) !== '');
  const isOwn = useExperiment((experiment) => familyName(experiment) === ownNames[familyOf(experiment)]);
  return (
    <Tooltip text={isOwn ? undefined : 'What the settings make of it.'} side="bottom">
      <output
        aria-label="Experiment family"
        className={isOwn || isWaiting ? 'visually-hidden' : styles.badge}
      >
        {name}
      </output>
    </Tooltip>
  );
}

export function Transport() {
  const wantsTraining = useRun((run) => run.wantsTraining);
  const canStep = useEngine((engine) => engine.phase === 'running');
  return (
    <div className={styles.transport} role="group" aria-label="Training">
      <TransportButton
        look="primary"
        label={wantsTraining ? 'Pause' : 'Train'}
        icon={wantsTraining ? Pause : Play}
        explanation={
          wantsTraining ? 'Pause training (Space)' : 'Train on batch after batch until paused (Space)'
        }
        keyShortcut="Space"
        className={styles.train}
        onClick={toggleTraining}
      />
      <TransportButton
        label="Step"
        className={styles.short}
        icon={StepForward}
        explanation="Train on one batch, then pause ( . )"
        keyShortcut="."
        disabled={!canStep}
        onClick={stepOnce}
      />
      <TransportButton
        label="Reset"
        className={styles.short}
        icon={RotateCcw}
        explanation="Back to the untrained network of the same seed (R)"
        keyShortcut="R"
        onClick={reset}
      />
    </div>
  );
}

/** What the engine is busy with before it can train, or that training waits for data. */
export function StageLine() {
  const message = useRun(stageText);
  return (
    <p className={styles.stage} role="status">
      {message && `${message} …`}
    </p>
  );
}

function stageText({ stage, stageMessage, wantsTraining, waiting }: Run): string {
  if (stage !== 'ready') return stageMessage;
  return wantsTraining && waiting ? 'Waiting for the next images to arrive' : '';
}

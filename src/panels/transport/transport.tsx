// What runs and whether it runs: the family, and the buttons of a tape recorder.
import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { families, familyOf, type FamilyId } from '../../catalog/families/registry';
import { chooseFamily, reset, stepOnce, toggleTraining } from '../../session/actions';
import { useEngine } from '../../session/engine-store';
import { useExperiment } from '../../session/experiment-store';
import { useRun } from '../../session/run-store';
import { TransportButton } from '../../ui/controls/buttons';
import { SegmentedRadio } from '../../ui/controls/segmented-radio';
import styles from './transport.module.css';

const familyOptions = (Object.keys(families) as FamilyId[]).map((value) => ({
  value,
  label: families[value].label,
  explanation: families[value].summary,
}));

export function FamilyChoice() {
  const family = useExperiment(familyOf);
  return <SegmentedRadio label="Family" value={family} options={familyOptions} onChange={chooseFamily} />;
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
        icon={StepForward}
        explanation="Train on one batch, then pause ( . )"
        keyShortcut="."
        disabled={!canStep}
        onClick={stepOnce}
      />
      <TransportButton
        label="Reset"
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
  const message = useRun(({ stage, stageMessage, wantsTraining, waiting }) =>
    stage !== 'ready'
      ? stageMessage
      : wantsTraining && waiting
        ? 'Waiting for the next images to arrive'
        : '',
  );
  return (
    <p className={styles.stage} role="status">
      {message && `${message} …`}
    </p>
  );
}

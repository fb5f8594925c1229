// The family choice and the transport buttons: train, pause, step and reset.
import { t } from '@lingui/core/macro';
import { sampleText, type SampleText } from '../../core/samples/words/sample-words';
import { Pause, Play, RotateCcw, StepForward, Turtle } from 'lucide-react';
import { families, familyName, familyOf, type FamilyId } from '../../catalog/families/registry';
import { defaultExperiment } from '../../core/experiment/experiment';
import { missingTexts } from '../../session/datasets/words';
import { useSession } from '../../session/hooks/session-context';
import { useEngine } from '../../session/hooks/use-engine';
import { usePart } from '../../session/hooks/shared-link/use-part';
import { useExperiment } from '../../session/hooks/use-experiment';
import { useGoal } from '../../session/hooks/main-run/use-goal';
import { stageText } from '../../session/engine/notices/words';
import { lacksDataset } from '../../session/main-run/missing-data';
import type { Run } from '../../session/runs/run';
import { useRun } from '../../session/hooks/use-run';
import { TransportButton } from '../../ui/controls/buttons/buttons';
import { SegmentedRadio } from '../../ui/controls/fields/segmented-radio';
import { Lockable } from '../../ui/controls/lock/lockable';
import { lazyInline } from '../../ui/lazy/lazy-inline';
import { Tooltip } from '../../ui/explanation/tooltip';
import styles from './transport.module.css';
import { useSampleText, useSampleWords } from '../../session/hooks/datasets/use-dataset';

const familyOptions = (Object.keys(families) as FamilyId[]).map((value) => ({
  value,
  label: families[value].label,
  explanation: families[value].summary,
  term: value,
}));

/** The name of an experiment that matches its family's preset. */
const ownNames = Object.fromEntries(
  familyOptions.map(({ value }) => [value, familyName({ ...defaultExperiment, ...families[value].preset })]),
) as Record<FamilyId, string>;

export function FamilyChoice() {
  const { run } = useSession();
  const family = useExperiment(familyOf);
  const say = useSampleText();
  const options = familyOptions.map((option) => ({ ...option, explanation: say(option.explanation) }));
  return (
    <div className={styles.family} data-control="family">
      <Lockable {...usePart('family')}>
        <SegmentedRadio
          label={t`Family`}
          term="family"
          value={family}
          options={options}
          onChange={run.chooseFamily}
        />
      </Lockable>
      <FamilyBadge />
    </div>
  );
}

/** The family that the settings amount to. Visually hidden while it matches the chosen family's button. */
function FamilyBadge() {
  const name = useExperiment(familyName);
  // The stage line takes this place while there is something to wait for.
  const isWaiting = useRun((run) => lineText(run) !== '');
  const isOwn = useExperiment((experiment) => familyName(experiment) === ownNames[familyOf(experiment)]);
  return (
    <Tooltip
      text={isOwn ? undefined : t`The kind of autoencoder that these settings amount to.`}
      term={isOwn ? undefined : 'family'}
    >
      <output
        aria-label={t`Experiment family`}
        className={isOwn || isWaiting ? 'visually-hidden' : styles.badge}
      >
        {name}
      </output>
    </Tooltip>
  );
}

const slowMotionAddress = '#train/slow-motion';

export function Transport() {
  const { run } = useSession();
  const wantsTraining = useRun((state) => state.wantsTraining);
  const isMissing = useRun(lacksDataset);
  const canStep = useEngine((engine) => engine.phase === 'running') && !isMissing;
  return (
    <div className={styles.transport} role="group" aria-label={t`Training`}>
      <TransportButton
        look="primary"
        control="train"
        label={wantsTraining ? t`Pause` : t`Train`}
        icon={wantsTraining ? Pause : Play}
        explanation={
          wantsTraining
            ? t`Pause training (Space)`
            : isMissing
              ? missingTexts.nowhere
              : t`Train on batch after batch until paused (Space)`
        }
        disabled={isMissing && !wantsTraining}
        keyShortcut="Space"
        className={styles.train}
        onClick={run.toggle}
      />
      <TransportButton
        label={t`Step`}
        className={styles.short}
        icon={StepForward}
        explanation={t`Train on one batch, then pause ( . )`}
        keyShortcut="."
        disabled={!canStep}
        onClick={run.step}
      />
      <TransportButton
        label={t`Slow motion`}
        className={styles.iconOnly}
        icon={Turtle}
        explanation={t`One training step, part by part, with its own numbers`}
        onClick={() => (location.hash = slowMotionAddress)}
      />
      <Lockable {...usePart('reset')}>
        <TransportButton
          label={t`Reset`}
          className={styles.short}
          icon={RotateCcw}
          explanation={t`Back to the untrained network of the same seed (R)`}
          keyShortcut="R"
          onClick={run.reset}
        />
      </Lockable>
    </div>
  );
}

/** What the engine is doing before training can start, or a note that training is waiting for data. */
export function StageLine() {
  const words = useSampleWords();
  const message = useRun((run) => sampleText(lineText(run), words.kind));
  return (
    <p className={styles.stage} role="status">
      {message && `${message}…`}
    </p>
  );
}

const LazyGoalLine = lazyInline(
  async () => (await import('./goal-line')).GoalLine,
  () => null,
);

/** How far the run is from its goal, in the place of the stage line. */
export function GoalLine() {
  const { goal } = useGoal();
  const isWaiting = useRun((run) => lineText(run) !== '');
  return goal === null || isWaiting ? null : <LazyGoalLine />;
}

const waitingText: SampleText = ({ many }) => t`Waiting for the next ${many} to arrive`;

function lineText(run: Run): SampleText {
  const { stage, stageMessage, wantsTraining, waiting } = run;
  // The notice in its place says what to do.
  if (lacksDataset(run)) return '';
  if (stage !== 'ready') return stageText(stageMessage);
  return wantsTraining && waiting ? waitingText : '';
}

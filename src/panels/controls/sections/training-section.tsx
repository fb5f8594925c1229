// Training: learning rate and batch size, with the less common settings under Advanced.
import { t } from '@lingui/core/macro';
import { usePart } from '../../../session/hooks/shared-link/use-part';
import { Lockable } from '../../../ui/controls/lock/lockable';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';
import { decimalText } from '../../../core/number-text';
import { controlText } from '../../../core/experiment/control-texts';
import { ranges } from '../../../core/experiment/experiment';
import { useSession } from '../../../session/hooks/session-context';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { NumberField } from '../../../ui/controls/fields/number-field';
import styles from '../controls.module.css';
import { LazyStopTraining } from '../goal/lazy-stop-training';
import { EarlyStopping } from './early-stopping';
import { Section } from './section';
import { SettingSelect } from '../setting-select';
import { SettingSlider } from '../setting-slider';
import { epochsOrOff, offAtZero, repeatTexts } from '../words';

/** That a sweep trains. */
const fewestSteps = 10;

const batchSizes = [16, 32, 64, 128, 256, 512, 1024];

export function TrainingSection() {
  return (
    <Section title={t`Training`} term="optimizer" part="section.training">
      <SettingSlider setting="learningRate" scale="log" format={decimalText} />
      <SettingSlider setting="batchSize" stops={batchSizes} />
      <LazyStopTraining />
      <details className={styles.advanced}>
        <summary>{t`Advanced`}</summary>
        <div className={styles.section}>
          <Lockable {...usePart('earlyStopping')}>
            <EarlyStopping />
          </Lockable>
          <SettingSelect setting="optimizer" />
          <SettingSelect setting="schedule" plainValue="constant" />
          <SettingSlider setting="scheduleEpochs" step={1} scale="log" format={epochsOrOff} />
          <SettingSlider setting="weightDecay" scale="log" smallest={1e-6} format={offAtZero} />
          <SettingSlider setting="gradientClip" scale="log" smallest={0.01} format={offAtZero} />
          <SettingSlider setting="inputDropout" step={0.01} format={offAtZero} />
          <SettingSelect setting="codeActivation" formulaPlace="tooltip" />
          <SettingSelect setting="activation" formulaPlace="tooltip" />
          <SettingSelect setting="outputActivation" formulaPlace="tooltip" />
          <Lockable {...usePart('seed')}>
            <Seed />
          </Lockable>
        </div>
      </details>
    </Section>
  );
}

function Seed() {
  const { run, sweeps } = useSession();
  /** As far as this network has come. */
  function proposeRepeats(): void {
    const { step } = run.store.getState();
    sweeps.draft.change({ setting: 'seed', ...(step >= fewestSteps && { steps: step }) });
    location.hash = '#compare/sweeps';
  }
  const seed = useExperiment((experiment) => experiment.seed);
  const say = useSampleText();
  const { label, summary } = controlText('seed');
  return (
    <>
      <NumberField
        label={label}
        value={seed}
        min={ranges.seed.min}
        max={ranges.seed.max}
        integer
        explanation={t`${{ summary: say(summary) }} Changing it starts over.`}
        term="seed"
        onCommit={(value) => run.change({ seed: value })}
      />
      <TextButton
        className={styles.start}
        look="plain"
        explanation={repeatTexts.explanation}
        onClick={proposeRepeats}
      >
        {repeatTexts.label}
      </TextButton>
    </>
  );
}

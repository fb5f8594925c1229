// Training: learning rate and batch size, with the less common settings under Advanced.
import { usePart } from '../../../session/hooks/shared-link/use-part';
import { Lockable } from '../../../ui/controls/lock/lockable';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';
import { decimalText } from '../../../core/number-text';
import { controlText } from '../../../core/experiment/control-texts';
import { ranges } from '../../../core/experiment/experiment';
import { useSession } from '../../../session/hooks/session-context';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { NumberField } from '../../../ui/controls/fields/number-field';
import styles from '../controls.module.css';
import { LazyStopTraining } from '../goal/lazy-stop-training';
import { EarlyStopping } from './early-stopping';
import { Section } from './section';
import { SettingSelect } from '../setting-select';
import { SettingSlider } from '../setting-slider';
import { epochsOrOff, offAtZero } from '../words';

const batchSizes = [16, 32, 64, 128, 256, 512, 1024];

export function TrainingSection() {
  return (
    <Section title="Training" part="section.training">
      <SettingSlider setting="learningRate" scale="log" format={decimalText} />
      <SettingSlider setting="batchSize" stops={batchSizes} />
      <LazyStopTraining />
      <details className={styles.advanced}>
        <summary>Advanced</summary>
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
  const { run } = useSession();
  const seed = useExperiment((experiment) => experiment.seed);
  const say = useSampleText();
  const { label, summary } = controlText('seed');
  return (
    <NumberField
      label={label}
      value={seed}
      min={ranges.seed.min}
      max={ranges.seed.max}
      integer
      explanation={`${say(summary)} Changing it starts over.`}
      onCommit={(value) => run.change({ seed: value })}
    />
  );
}

// How the network learns.
import { optimizers } from '../../catalog/optimizers/registry';
import { controlText } from '../../core/control-texts';
import { ranges } from '../../core/experiment';
import { changeExperiment } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { NumberField } from '../../ui/controls/number-field';
import { Slider } from '../../ui/controls/slider';
import styles from './controls.module.css';
import { Section } from './section';
import { SettingSelect } from './setting-select';

const batchSizes = [16, 32, 64, 128, 256, 512, 1024];

export function TrainingSection() {
  return (
    <Section title="Training">
      <LearningRate />
      <BatchSize />
      <details className={styles.advanced}>
        <summary>Advanced</summary>
        <div className={styles.section}>
          <SettingSelect setting="optimizer" registry={optimizers} />
          <Seed />
        </div>
      </details>
    </Section>
  );
}

function LearningRate() {
  const learningRate = useExperiment((experiment) => experiment.learningRate);
  const { label, summary } = controlText('learningRate');
  return (
    <Slider
      label={label}
      value={learningRate}
      min={ranges.learningRate.min}
      max={ranges.learningRate.max}
      scale="log"
      format={(value) => value.toFixed(8).replace(/0+$/, '').replace(/\.$/, '')}
      explanation={summary}
      onChange={(value) => changeExperiment({ learningRate: value })}
    />
  );
}

function BatchSize() {
  const batchSize = useExperiment((experiment) => experiment.batchSize);
  const { label, summary } = controlText('batchSize');
  return (
    <Slider
      label={label}
      value={batchSize}
      min={ranges.batchSize.min}
      max={ranges.batchSize.max}
      stops={batchSizes}
      explanation={summary}
      onChange={(value) => changeExperiment({ batchSize: value })}
    />
  );
}

function Seed() {
  const seed = useExperiment((experiment) => experiment.seed);
  const { label, summary } = controlText('seed');
  return (
    <NumberField
      label={label}
      value={seed}
      min={ranges.seed.min}
      max={ranges.seed.max}
      integer
      explanation={`${summary} Changing it starts over.`}
      onCommit={(value) => changeExperiment({ seed: value })}
    />
  );
}

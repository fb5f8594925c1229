// The network: its waist, its layers, and how they are wired.
import { activations } from '../../catalog/activations/registry';
import { architectures } from '../../catalog/architectures/registry';
import { controlText } from '../../core/control-texts';
import { ranges } from '../../core/experiment';
import { countText } from '../../core/number-text';
import { imageSize, sampleSize } from '../../core/samples';
import { changeExperiment } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { useRun } from '../../session/run-store';
import { Slider } from '../../ui/controls/slider';
import styles from './controls.module.css';
import { withLayerCount, withWidth } from './hidden-layers';
import { Section } from './section';
import { SettingSelect } from './setting-select';

export function ModelSection() {
  return (
    <Section title="Model">
      <BottleneckSize />
      <HiddenLayers />
      <div className={styles.pair}>
        <SettingSelect setting="architecture" registry={architectures} />
        <SettingSelect setting="activation" registry={activations} />
      </div>
    </Section>
  );
}

function BottleneckSize() {
  const codeSize = useExperiment((experiment) => experiment.codeSize);
  const shape = useRun((run) => run.facts?.sampleShape);
  const { label, summary } = controlText('codeSize');
  const inputs = shape && sampleSize(shape);
  const what = shape && imageSize(shape) ? 'pixels' : 'values';
  return (
    <Slider
      label={label}
      value={codeSize}
      min={ranges.codeSize.min}
      max={ranges.codeSize.max}
      step={1}
      scale="log"
      explanation={summary}
      note={
        inputs === undefined
          ? '\u00a0'
          : `${inputs} ${what} squeezed into ${numbers(codeSize)}, ${ratio(inputs / codeSize)} : 1`
      }
      onChange={(value) => changeExperiment({ codeSize: value })}
    />
  );
}

function numbers(count: number): string {
  return count === 1 ? '1 number' : `${count} numbers`;
}

function ratio(value: number): string {
  return value >= 10 ? String(Math.round(value)) : value.toFixed(1);
}

function HiddenLayers() {
  const hidden = useExperiment((experiment) => experiment.hidden);
  const parameters = useRun((run) => run.facts?.parameters);
  const { label, summary } = controlText('hidden');
  return (
    <>
      <Slider
        label={label}
        value={hidden.length}
        min={ranges.hiddenLayers.min}
        max={ranges.hiddenLayers.max}
        step={1}
        format={() => hidden.join(' · ')}
        explanation={`${summary} Adding or removing a layer starts over.`}
        onChange={(count) => changeExperiment({ hidden: withLayerCount(hidden, count) })}
      />
      <div className={styles.widths}>
        {hidden.map((width, layer) => (
          <Slider
            key={layer}
            label={`Layer ${layer + 1}`}
            value={width}
            min={ranges.hiddenWidth.min}
            max={ranges.hiddenWidth.max}
            step={1}
            scale="log"
            explanation={`Nodes in hidden layer ${layer + 1} of the encoder, and in its mirror in the decoder.`}
            onChange={(value) => changeExperiment({ hidden: withWidth(hidden, layer, value) })}
          />
        ))}
      </div>
      <p className={styles.note}>
        {parameters === undefined ? '\u00a0' : `${countText(parameters)} weights and biases`}
      </p>
    </>
  );
}

// The network: its waist, what kind of code stands there, and the layers on both sides.
import { ranges } from '../../core/experiment';
import { countText } from '../../core/number-text';
import { longestCode, whyNot } from '../../core/rules';
import { imageSize, sampleSize } from '../../core/samples';
import { useExperiment } from '../../session/experiment-store';
import { useRun } from '../../session/run-store';
import { codeWords } from './code-words';
import styles from './controls.module.css';
import { ConvolutionalLayers, DenseLayers } from './layers';
import { Section } from './section';
import { SettingSelect } from './setting-select';
import { SettingSlider } from './setting-slider';

export function ModelSection() {
  const isDense = useExperiment((experiment) => experiment.architecture === 'dense');
  return (
    <Section title="Model">
      <BottleneckSize />
      <SettingSelect setting="codeKind" plainValue="deterministic" />
      <SettingSelect setting="architecture" />
      {isDense ? <DenseLayers /> : <ConvolutionalLayers />}
      <ParameterCount />
    </Section>
  );
}

function BottleneckSize() {
  const codeSize = useExperiment((experiment) => experiment.codeSize);
  const longest = useExperiment(longestCode);
  const whyNotLonger = useExperiment((experiment) => whyNot(experiment, 'codeSize', ranges.codeSize.max));
  const shape = useRun((run) => run.facts?.sampleShape);
  const what = shape && imageSize(shape) ? 'pixels' : 'values';
  return (
    <SettingSlider
      setting="codeSize"
      max={longest}
      step={1}
      scale="log"
      format={countText}
      addition={whyNotLonger}
      note={shape ? codeWords(sampleSize(shape), what, codeSize) : '\u00a0'}
    />
  );
}

function ParameterCount() {
  const parameters = useRun((run) => run.facts?.parameters);
  return (
    <p className={styles.note}>
      {parameters === undefined ? '\u00a0' : `${countText(parameters)} weights and biases`}
    </p>
  );
}

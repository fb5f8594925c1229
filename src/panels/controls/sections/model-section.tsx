// The model: the code size, the kind of code, and the layers on both sides.
import { t } from '@lingui/core/macro';
import { usePart } from '../../../session/hooks/shared-link/use-part';
import { Lockable } from '../../../ui/controls/lock/lockable';
import { ranges } from '../../../core/experiment/experiment';
import { countText } from '../../../core/number-text';
import { longestCode, whyNot } from '../../../core/experiment/rules';
import { sampleSize } from '../../../core/samples/samples';
import { valuesWord } from '../../../core/samples/words/sample-words';
import { narrowestWidth } from '../../../session/analysis/linear/linear-rivals';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { useRun } from '../../../session/hooks/use-run';
import { codeText } from '../words';
import styles from '../controls.module.css';
import { ConvolutionalLayers, DenseLayers } from './layers';
import { Section } from './section';
import { SettingSelect } from '../setting-select';
import { SettingSlider } from '../setting-slider';

export function ModelSection() {
  const layers = usePart('hidden');
  const isDense = useExperiment((experiment) => experiment.architecture === 'dense');
  return (
    <Section title={t`Model`} term="bottleneck" part="section.model">
      <BottleneckSize />
      <SettingSelect setting="codeKind" plainValue="deterministic" />
      <SettingSelect setting="architecture" />
      {isDense ? (
        <Lockable {...layers}>
          <DenseLayers />
        </Lockable>
      ) : (
        <ConvolutionalLayers />
      )}
      <ParameterCount />
    </Section>
  );
}

function BottleneckSize() {
  const codeSize = useExperiment((experiment) => experiment.codeSize);
  const longest = useExperiment(longestCode);
  const whyNotLonger = useExperiment((experiment) => whyNot(experiment, 'codeSize', ranges.codeSize.max));
  const shape = useDataset()?.shape;
  const narrowest = useExperiment((experiment) => narrowestWidth(experiment, shape ?? null));
  return (
    <SettingSlider
      setting="codeSize"
      max={longest}
      step={1}
      scale="log"
      format={countText}
      addition={whyNotLonger}
      note={shape ? codeText(sampleSize(shape), valuesWord(shape), codeSize, narrowest) : '\u00a0'}
    />
  );
}

function ParameterCount() {
  const parameters = useRun((run) => run.facts?.parameters);
  return (
    <p className={styles.note}>
      {parameters === undefined ? '\u00a0' : t`${{ parameters: countText(parameters) }} weights and biases`}
    </p>
  );
}

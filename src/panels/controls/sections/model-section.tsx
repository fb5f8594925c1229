// The model: the code size, the kind of code, and the layers on both sides.
import { t } from '@lingui/core/macro';
import { usePart } from '../../../session/hooks/shared-link/use-part';
import { Lockable } from '../../../ui/controls/lock/lockable';
import { countText } from '../../../core/number-text';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useRun } from '../../../session/hooks/use-run';
import styles from '../controls.module.css';
import { useIsBottleneckAtHand } from '../at-hand/is-at-hand';
import { BottleneckSize } from './bottleneck-size';
import { ConvolutionalLayers, DenseLayers } from './layers';
import { Section } from './section';
import { SettingSelect } from '../setting-select';

export function ModelSection() {
  const layers = usePart('hidden');
  const isAtHand = useIsBottleneckAtHand();
  const isDense = useExperiment((experiment) => experiment.architecture === 'dense');
  return (
    <Section title={t`Model`} term="bottleneck" part="section.model">
      {!isAtHand && <BottleneckSize />}
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

function ParameterCount() {
  const parameters = useRun((run) => run.facts?.parameters);
  return (
    <p className={styles.note}>
      {parameters === undefined ? '\u00a0' : t`${{ parameters: countText(parameters) }} weights and biases`}
    </p>
  );
}

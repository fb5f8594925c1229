// How the input is spoiled, and how much.
import { corruptions } from '../../catalog/corruptions/registry';
import { controlText } from '../../core/control-texts';
import { ranges } from '../../core/experiment';
import { changeExperiment } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { Slider } from '../../ui/controls/slider';
import { Section } from './section';
import { SettingSelect } from './setting-select';

export function NoiseSection() {
  const noise = useExperiment((experiment) => experiment.noise);
  const noiseLevel = useExperiment((experiment) => experiment.noiseLevel);
  const { label, summary } = controlText('noiseLevel');
  return (
    <Section title="Noise">
      <SettingSelect setting="noise" registry={corruptions} labelHidden />
      <Slider
        label={label}
        value={noiseLevel}
        min={ranges.noiseLevel.min}
        max={ranges.noiseLevel.max}
        step={0.01}
        format={(value) => value.toFixed(2)}
        explanation={summary}
        disabledReason={noise === 'none' ? 'Choose a kind of noise first.' : undefined}
        note={corruptions[noise].formula}
        onChange={(value) => changeExperiment({ noiseLevel: value })}
      />
    </Section>
  );
}

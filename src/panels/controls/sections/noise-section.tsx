// Noise: the kind of input corruption and its level, and whether the network is told what is missing.
import { fixedText } from '../../../core/number-text';
import { Section } from './section';
import { SettingSelect } from '../setting-select';
import { SettingSlider } from '../setting-slider';

export function NoiseSection() {
  return (
    <Section title="Noise">
      <SettingSelect setting="noise" look="field" labelHidden plainValue="none" />
      <SettingSlider setting="noiseLevel" step={0.01} format={(value) => fixedText(value, 2)} />
      <SettingSelect setting="maskInput" plainValue="off" />
    </Section>
  );
}

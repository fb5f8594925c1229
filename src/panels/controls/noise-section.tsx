// How the input is spoiled, and how much.
import { Section } from './section';
import { SettingSelect } from './setting-select';
import { SettingSlider } from './setting-slider';

export function NoiseSection() {
  return (
    <Section title="Noise">
      <SettingSelect setting="noise" look="field" labelHidden plainValue="none" />
      <SettingSlider setting="noiseLevel" step={0.01} format={(value) => value.toFixed(2)} />
    </Section>
  );
}

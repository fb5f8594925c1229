// Noise: the kind of input corruption and its level, and whether the network is told what is missing.
import { t } from '@lingui/core/macro';
import type { Corruption } from '../../../catalog/corruptions/corruption';
import { corruptions } from '../../../catalog/corruptions/registry';
import { kindOf } from '../../../catalog/kinds/kind';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { Section } from './section';
import { SettingSelect } from '../setting-select';
import { SettingSlider } from '../setting-slider';
import { noiseLevelText, snrExplanation } from '../words';

export function NoiseSection() {
  const isRatio = useExperiment(({ noise }) => kindOf<Corruption>(corruptions, noise).levelIsSnr === true);
  return (
    <Section title={t`Noise`} term="corruption" part="section.noise">
      <SettingSelect setting="noise" look="field" labelHidden plainValue="none" />
      <SettingSlider
        setting="noiseLevel"
        step={0.01}
        format={(value) => noiseLevelText(value, isRatio)}
        addition={isRatio ? snrExplanation : undefined}
      />
      <SettingSelect setting="maskInput" plainValue="off" />
    </Section>
  );
}

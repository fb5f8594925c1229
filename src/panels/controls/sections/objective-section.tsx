// The objective: the reconstruction loss and the penalty on the code.
import { t } from '@lingui/core/macro';
import { decimalText, significantText } from '../../../core/number-text';
import { gaussianKlFormula } from '../../../catalog/code-kinds/registry';
import { whyNot } from '../../../core/experiment/rules';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { Formula } from '../../../ui/formula/formula';
import styles from '../controls.module.css';
import { epochsOrOff } from '../words';
import { Section } from './section';
import { SettingSelect } from '../setting-select';
import { SettingSlider } from '../setting-slider';

export function ObjectiveSection() {
  const isGaussian = useExperiment((experiment) => experiment.codeKind === 'gaussian');
  return (
    <Section title={t`Objective`} term="loss" part="section.objective">
      <SettingSelect setting="loss" look="field" labelHidden />
      <SettingSelect setting="lossOn" />
      <SettingSlider setting="holeWeight" scale="log" format={significantText} formulaPlace="below" />
      <SettingSelect setting="sparsity" plainValue="none" />
      <SettingSlider
        setting="sparsityWeight"
        scale="log"
        smallest={1e-6}
        format={decimalText}
        formulaPlace="below"
      />
      <SettingSlider setting="targetActivation" scale="log" format={decimalText} />
      <SettingSlider setting="beta" scale="log" smallest={0.0001} format={decimalText} formulaPlace="below" />
      {isGaussian && <GaussianPrice />}
      <SettingSlider setting="betaWarmUp" step={0.5} format={epochsOrOff} />
    </Section>
  );
}

/** The KL term weighted by beta, and why a Gaussian code has no sparsity penalty. */
function GaussianPrice() {
  const noSparsity = useExperiment((experiment) => whyNot(experiment, 'sparsity', 'l1'));
  return (
    <div className={styles.note}>
      <Formula tex={gaussianKlFormula} />
      {noSparsity !== undefined && <p>{noSparsity}</p>}
    </div>
  );
}

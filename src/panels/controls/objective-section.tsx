// What the network is asked to make small: the loss, and what the code costs beside it.
import { gaussianKlFormula } from '../../catalog/code-kinds/registry';
import { whyNot } from '../../core/rules';
import { useExperiment } from '../../session/experiment-store';
import { Formula } from '../../ui/formula/formula';
import styles from './controls.module.css';
import { decimalText, epochsText } from './setting-text';
import { Section } from './section';
import { SettingSelect } from './setting-select';
import { SettingSlider } from './setting-slider';

export function ObjectiveSection() {
  const isGaussian = useExperiment((experiment) => experiment.codeKind === 'gaussian');
  return (
    <Section title="Objective">
      <SettingSelect setting="loss" look="field" labelHidden />
      <SettingSelect setting="sparsity" plainValue="none" />
      <SettingSlider
        setting="sparsityWeight"
        scale="log"
        smallest={1e-6}
        format={decimalText}
        formulaPlace="below"
      />
      <SettingSlider setting="targetActivation" scale="log" format={decimalText} />
      <SettingSlider setting="beta" scale="log" smallest={0.001} format={decimalText} formulaPlace="below" />
      {isGaussian && <GaussianPrice />}
      <SettingSlider setting="betaWarmUp" step={0.5} format={epochsText} />
    </Section>
  );
}

/** The term that beta weighs, and why there is no sparsity penalty beside it. */
function GaussianPrice() {
  const noSparsity = useExperiment((experiment) => whyNot(experiment, 'sparsity', 'l1'));
  return (
    <div className={styles.note}>
      <Formula tex={gaussianKlFormula} />
      {noSparsity !== undefined && <p>{noSparsity}</p>}
    </div>
  );
}

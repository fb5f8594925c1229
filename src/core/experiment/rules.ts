// Which settings an experiment uses, and which values cannot work together, each with the reason shown to the person and
// the repair. The URL reader, the controls and the families all use this one table.
import { t } from '@lingui/core/macro';
import { ranges, sameValue, type Experiment, type ExperimentPatch, type Setting } from './experiment';

/** The longest code without a sparsity penalty: beyond it nothing would make the network compress. */
export const longestPlainCode = 128;

interface Rule {
  isBroken(experiment: Experiment): boolean;
  /** One sentence, for the control that cannot be used as asked. */
  reason: string;
  /** The patch that makes the experiment legal again and keeps the choice that the reason defends. */
  repair: ExperimentPatch;
}

/**
 * The corruptions that remove pixels, and tell which. A test holds this list to the catalog, which the vocabulary does not know.
 */
export const noisesWithMask: readonly string[] = ['masking', 'block', 'side', 'holes'];

/** Whether an experiment's noise removes pixels, and tells which. */
export function hasMask({ noise }: Pick<Experiment, 'noise'>): boolean {
  return noisesWithMask.includes(noise);
}

/** Applied in this order: a later rule may rely on the earlier ones. */
const rules: readonly Rule[] = [
  {
    isBroken: ({ codeKind, sparsity }) => codeKind === 'gaussian' && sparsity !== 'none',
    reason: t`A Gaussian code already has the KL term as its penalty; a sparsity penalty needs a deterministic code.`,
    repair: { sparsity: 'none' },
  },
  {
    isBroken: ({ codeKind, codeActivation }) => codeKind === 'gaussian' && codeActivation !== 'linear',
    reason: t`The mean of a Gaussian code can be any number, so its activation is linear.`,
    repair: { codeActivation: 'linear' },
  },
  {
    isBroken: ({ sparsity, codeActivation }) => sparsity === 'kl' && codeActivation !== 'sigmoid',
    reason: t`KL sparsity compares mean activations with a target between 0 and 1, which only sigmoid units keep to.`,
    repair: { codeActivation: 'sigmoid' },
  },
  {
    isBroken: ({ loss, outputActivation }) => loss === 'bce' && outputActivation !== 'sigmoid',
    reason: t`Cross-entropy reads values as probabilities, which requires a sigmoid output.`,
    repair: { outputActivation: 'sigmoid' },
  },
  {
    isBroken: ({ codeSize, sparsity }) => sparsity === 'none' && codeSize > longestPlainCode,
    reason: t`A code above ${longestPlainCode} needs a sparsity penalty: without one the network could just copy.`,
    repair: { codeSize: longestPlainCode },
  },
  {
    isBroken: (experiment) => experiment.maskInput === 'on' && !hasMask(experiment),
    reason: t`Only noise that removes something has a mask to give to the network.`,
    repair: { maskInput: 'off' },
  },
  {
    isBroken: (experiment) => experiment.lossOn !== 'everything' && !hasMask(experiment),
    reason: t`Only noise that removes something leaves a hole to put the loss on.`,
    repair: { lossOn: 'everything' },
  },
];

/** Repairs every broken rule, and gives the reason for each. A legal experiment comes back as the same object. */
export function repairExperiment(experiment: Experiment): { experiment: Experiment; reasons: string[] } {
  const reasons: string[] = [];
  let legal = experiment;
  for (const rule of rules) {
    if (!rule.isBroken(legal)) continue;
    legal = { ...legal, ...rule.repair };
    reasons.push(rule.reason);
  }
  return { experiment: legal, reasons };
}

/**
 * Applies a change and whatever it requires: KL sparsity, for example, also sets sigmoid code units, and another data set has
 * other classes.
 */
export function withPatch(experiment: Experiment, patch: ExperimentPatch): Experiment {
  const { dataset = experiment.dataset, classes } = patch;
  const chosen = classes ?? (dataset === experiment.dataset ? experiment.classes : []);
  return repairExperiment({ ...experiment, ...patch, classes: chosen }).experiment;
}

/** Why a setting cannot take this value now; undefined when it can (perhaps changing another setting too). */
export function whyNot<S extends Setting>(
  experiment: Experiment,
  setting: S,
  value: Experiment[S],
): string | undefined {
  const { experiment: legal, reasons } = repairExperiment({ ...experiment, [setting]: value });
  return sameValue(legal[setting], value) ? undefined : reasons.at(-1);
}

/** Whether training pauses by itself: without held-out samples there is no loss to judge by. */
export function stopsEarly({
  earlyStopping,
  validationShare,
}: Pick<Experiment, 'earlyStopping' | 'validationShare'>): boolean {
  return earlyStopping > 0 && validationShare > 0;
}

/** The longest code that this experiment allows. */
export function longestCode({ sparsity }: Pick<Experiment, 'sparsity'>): number {
  return sparsity === 'none' ? longestPlainCode : ranges.codeSize.max;
}

/** When a setting has an effect; a setting not listed here always has one. */
const usedWhen: Partial<Record<Setting, (experiment: Experiment) => boolean>> = {
  hidden: ({ architecture }) => architecture === 'dense',
  convLayers: ({ architecture }) => architecture === 'convolutional',
  filters: ({ architecture }) => architecture === 'convolutional',
  codeActivation: ({ codeKind }) => codeKind === 'deterministic',
  noiseLevel: ({ noise }) => noise !== 'none',
  maskInput: hasMask,
  lossOn: hasMask,
  holeWeight: (experiment) => hasMask(experiment) && experiment.lossOn === 'weighted',
  sparsity: ({ codeKind }) => codeKind === 'deterministic',
  sparsityWeight: ({ sparsity }) => sparsity !== 'none',
  targetActivation: ({ sparsity }) => sparsity === 'kl',
  beta: ({ codeKind }) => codeKind === 'gaussian',
  betaWarmUp: ({ codeKind }) => codeKind === 'gaussian',
  scheduleEpochs: ({ schedule }) => schedule !== 'constant',
  earlyStopping: ({ validationShare }) => validationShare > 0,
};

/** Whether a setting has an effect in this experiment. */
export function isUsed(setting: Setting, experiment: Experiment): boolean {
  return usedWhen[setting]?.(experiment) ?? true;
}

/** The settings among these that have an effect in at least one of two experiments. */
export function inEffect(among: readonly Setting[], a: Experiment, b: Experiment): Setting[] {
  return among.filter((setting) => isUsed(setting, a) || isUsed(setting, b));
}

/** What a network minimises beside the reconstruction error. */
export type Penalty = 'kl' | 'sparsity';

/** The penalty that this experiment pays; null where it minimises the reconstruction error alone. */
export function penaltyOf({
  codeKind,
  beta,
  sparsity,
  sparsityWeight,
}: Pick<Experiment, 'codeKind' | 'beta' | 'sparsity' | 'sparsityWeight'>): Penalty | null {
  if (codeKind === 'gaussian') return beta > 0 ? 'kl' : null;
  return sparsity !== 'none' && sparsityWeight > 0 ? 'sparsity' : null;
}

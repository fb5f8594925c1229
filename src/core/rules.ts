// What goes with what: which settings an experiment uses at all, and which values cannot work together, each with the
// reason a person is told and the way out. The URL reader, the controls and the families all go by this one table.
import { ranges, sameSetting, type Experiment, type ExperimentPatch, type Setting } from './experiment';

/** The longest code without a sparsity penalty: above it nothing would make the network compress. */
export const longestPlainCode = 128;

interface Rule {
  isBroken(experiment: Experiment): boolean;
  /** One sentence, for the control that cannot be used as asked. */
  reason: string;
  /** What makes the experiment legal again, the choice named in the rule kept. */
  mend: ExperimentPatch;
}

/** In the order in which they are mended: a later rule may rely on the earlier ones. */
const rules: readonly Rule[] = [
  {
    isBroken: ({ codeKind, sparsity }) => codeKind === 'gaussian' && sparsity !== 'none',
    reason: 'A Gaussian code has its own price, the KL term; a sparsity penalty needs a deterministic code.',
    mend: { sparsity: 'none' },
  },
  {
    isBroken: ({ codeKind, codeActivation }) => codeKind === 'gaussian' && codeActivation !== 'linear',
    reason: 'The mean of a Gaussian code can be any number, so its activation is linear.',
    mend: { codeActivation: 'linear' },
  },
  {
    isBroken: ({ sparsity, codeActivation }) => sparsity === 'kl' && codeActivation !== 'sigmoid',
    reason:
      'KL sparsity compares mean activations with a target between 0 and 1, which only sigmoid units keep to.',
    mend: { codeActivation: 'sigmoid' },
  },
  {
    isBroken: ({ loss, outputActivation }) => loss === 'bce' && outputActivation !== 'sigmoid',
    reason: 'Cross-entropy reads pixels as probabilities, which only a sigmoid output gives.',
    mend: { outputActivation: 'sigmoid' },
  },
  {
    isBroken: ({ codeSize, sparsity }) => sparsity === 'none' && codeSize > longestPlainCode,
    reason: `A code above ${longestPlainCode} needs a sparsity penalty: without one the network could just copy.`,
    mend: { codeSize: longestPlainCode },
  },
];

/** The experiment with every broken rule mended, and the reason of each. A legal experiment comes back as it is. */
export function mended(experiment: Experiment): { experiment: Experiment; reasons: string[] } {
  const reasons: string[] = [];
  let legal = experiment;
  for (const rule of rules) {
    if (!rule.isBroken(legal)) continue;
    legal = { ...legal, ...rule.mend };
    reasons.push(rule.reason);
  }
  return { experiment: legal, reasons };
}

/** The experiment with a change, and what the change brings along: KL sparsity brings sigmoid code units. */
export function withPatch(experiment: Experiment, patch: ExperimentPatch): Experiment {
  return mended({ ...experiment, ...patch }).experiment;
}

/** Why a setting cannot have this value now, or undefined when it can (perhaps bringing something else along). */
export function whyNot<S extends Setting>(
  experiment: Experiment,
  setting: S,
  value: Experiment[S],
): string | undefined {
  const { experiment: legal, reasons } = mended({ ...experiment, [setting]: value });
  return sameSetting(setting, legal[setting], value) ? undefined : reasons.at(-1);
}

/** The longest code that this experiment allows. */
export function longestCode({ sparsity }: Pick<Experiment, 'sparsity'>): number {
  return sparsity === 'none' ? longestPlainCode : ranges.codeSize.max;
}

/** When a setting has an effect; one that is not named here always has. */
const usedWhen: Partial<Record<Setting, (experiment: Experiment) => boolean>> = {
  hidden: ({ architecture }) => architecture === 'dense',
  convLayers: ({ architecture }) => architecture === 'convolutional',
  filters: ({ architecture }) => architecture === 'convolutional',
  codeActivation: ({ codeKind }) => codeKind === 'deterministic',
  noiseLevel: ({ noise }) => noise !== 'none',
  sparsity: ({ codeKind }) => codeKind === 'deterministic',
  sparsityWeight: ({ sparsity }) => sparsity !== 'none',
  targetActivation: ({ sparsity }) => sparsity === 'kl',
  beta: ({ codeKind }) => codeKind === 'gaussian',
  betaWarmUp: ({ codeKind }) => codeKind === 'gaussian',
  scheduleEpochs: ({ schedule }) => schedule !== 'constant',
};

/** Whether a setting has an effect in this experiment. */
export function isUsed(setting: Setting, experiment: Experiment): boolean {
  return usedWhen[setting]?.(experiment) ?? true;
}

/** Those of the settings that have an effect in at least one of two experiments. */
export function inEffect(among: readonly Setting[], a: Experiment, b: Experiment): Setting[] {
  return among.filter((setting) => isUsed(setting, a) || isUsed(setting, b));
}

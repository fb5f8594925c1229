// What slow motion says: the parts of a step in a sentence each, and the names of layers and terms.
import { t } from '@lingui/core/macro';
import { isNoisy } from '../../catalog/corrupt';
import { corruptions } from '../../catalog/corruptions/registry';
import { kindOf } from '../../catalog/kinds/kind';
import { losses } from '../../catalog/losses/registry';
import { optimizers } from '../../catalog/optimizers/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import type { NetworkPlan } from '../../catalog/architectures/plan';
import type { StepTrace } from '../../core/engine-api/tracing';
import type { Experiment } from '../../core/experiment/experiment';
import { countText, decimalText } from '../../core/number-text';
import type { TermId } from '../../core/run/objective-terms';
import { sampleSize } from '../../core/samples/samples';
import type { SampleWords } from '../../core/samples/words/sample-words';
import type { PartId } from './parts';

export const partLabels: Readonly<Record<PartId, string>> = {
  corrupt: t({ message: `Corrupt`, comment: 'Part of a training step: the input is damaged' }),
  encode: t({ message: `Encode`, comment: 'Part of a training step' }),
  draw: t({ message: `Draw`, comment: 'Part of a training step: a random code is drawn' }),
  decode: t({ message: `Decode`, comment: 'Part of a training step' }),
  compare: t({ message: `Compare`, comment: 'Part of a training step: output against the clean sample' }),
  gradients: t({ message: `Gradients back`, comment: 'Part of a training step: backpropagation' }),
  update: t({ message: `Update`, comment: 'Part of a training step: the weights change' }),
};

/** The label of the first part where nothing is damaged. */
export const readLabel = t({
  message: `Read`,
  comment: 'Part of a training step: the input is read as it is',
});

/** One plain sentence about a part. */
export function partSentence(part: PartId, trace: StepTrace, plan: NetworkPlan, words: SampleWords): string {
  const { experiment, batchSize } = trace;
  const { one, values } = words;
  const size = countText(sampleSize(plan.boundaries[0] ?? []));
  const codeSize = countText(experiment.codeSize);
  switch (part) {
    case 'corrupt':
      return corruptSentence(experiment, one);
    case 'encode':
      return experiment.codeKind === 'gaussian'
        ? t`Layer by layer, the encoder turns ${size} numbers into a mean μ and a spread σ for each of the ${codeSize} numbers of the code.`
        : t`Layer by layer, the encoder turns ${size} numbers into a code of ${codeSize}.`;
    case 'draw':
      return t`A die says where in its spread each number of the code falls: z = μ + σ · ε, with ε from a standard normal distribution.`;
    case 'decode':
      return t`Layer by layer, the decoder turns the code back into ${size} ${values}.`;
    case 'compare':
      return t`The output is compared with the clean ${one}. The mean over the ${batchSize} in the batch is the loss.`;
    case 'gradients':
      return t`Back through the same layers: how the loss would change if each number were a little larger.`;
    case 'update': {
      const optimizer = kindOf(optimizers, experiment.optimizer).name;
      const rate = decimalText(Number(trace.learningRate.toPrecision(3)));
      return t`${optimizer} moves every weight a little against its gradient, at a learning rate of ${rate}.`;
    }
    default:
      return part satisfies never;
  }
}

function corruptSentence(experiment: Experiment, one: string): string {
  const { inputDropout } = experiment;
  if (isNoisy(experiment)) {
    const corruption = kindOf(corruptions, experiment.noise).label;
    return t`The ${one} is damaged on purpose (${corruption}). The network reads only what is left, and has to find the clean one.`;
  }
  if (inputDropout > 0) return t`Some inputs are dropped at random. The network has to make up for them.`;
  return t`Nothing is damaged in this experiment: the network reads the ${one} as it is.`;
}

/** What stands at a boundary, in few words. */
export function boundaryLabel({ layers, boundaries, codeBoundary }: NetworkPlan, index: number): string {
  if (index === 0) return t({ message: `Input`, comment: 'of the network' });
  if (index === codeBoundary) return t({ message: `Code`, comment: 'the bottleneck of the network' });
  if (index === boundaries.length - 1) return t({ message: `Output`, comment: 'of the network' });
  const layer = layers.find(({ stage }) => stage === index);
  const kind = layer?.kind;
  if (kind === 'dense' && layer && layer.outputShape.length > 1)
    return t({ message: 'Unfolded', comment: 'A dense layer whose output is taken as feature maps' });
  // The unfolded layer is no transposed convolution: the first of them comes after it.
  const place = index < codeBoundary ? index : index - codeBoundary - (kind === 'transposed' ? 1 : 0);
  if (kind === 'convolution') return t`Convolution ${place}`;
  if (kind === 'transposed') return t`Transposed ${place}`;
  return index < codeBoundary ? t`Encoder ${place}` : t`Decoder ${place}`;
}

/** The layer at a place of the plan. */
export function layerLabel(plan: NetworkPlan, index: number): string {
  const layer = plan.layers[index];
  if (!layer) return '';
  if (layer.stage === plan.codeBoundary) {
    if (layer.name === 'zMean') return t`Code, mean μ`;
    if (layer.name === 'zLogVar') return t`Code, log σ²`;
  }
  return boundaryLabel(plan, layer.stage);
}

export function termLabel(id: TermId, experiment: Experiment): string {
  switch (id) {
    case 'reconstruction': {
      const loss = kindOf(losses, experiment.loss).name;
      return t`Reconstruction (${loss})`;
    }
    case 'kl':
      return t`KL divergence from N(0, 1)`;
    case 'sparsity': {
      const penalty = kindOf(sparsityPenalties, experiment.sparsity).name;
      return t`Sparsity (${penalty})`;
    }
    default:
      return id satisfies never;
  }
}

/** What an optimizer keeps for each weight, slot by slot. */
export const slotNames: Readonly<Record<string, readonly string[]>> = {
  adam: [t`mean gradient m`, t`mean square v`],
  rmsprop: [t`mean square v`],
  sgd: [t({ message: `velocity`, comment: 'running gradient of SGD with momentum' })],
};

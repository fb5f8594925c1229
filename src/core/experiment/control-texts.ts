// What a person reads beside each control: the label (also the accessible name), one line on what the setting does, and,
// where there is one, its symbol and its formula in TeX.
import { t } from '@lingui/core/macro';
import type { SampleText } from '../samples/words/sample-words';

export interface ControlText {
  label: string;
  /** One line: what the setting does. */
  summary: SampleText;
  /** The letter that stands for it in formulas, in TeX. */
  symbol?: string;
  /** The formula it appears in, in TeX. A setting that chooses a registry entry has none: the entry has it. */
  formula?: string;
}

export const controlTexts = {
  dataset: {
    label: t`Data set`,
    summary: t`What the network learns to compress and rebuild. Changing it starts over.`,
  },
  classes: {
    label: t`Classes to train on`,
    summary: t`The network learns from these classes only, from the next step on. The test set keeps all classes, so test numbers show how it does on what it never saw.`,
  },
  validationShare: {
    label: t`Validation share`,
    summary: t`Holds out this share of each class and never trains on it. A validation loss that rises while the train loss falls means overfitting; choose settings by it, and keep the test set for the final number.`,
  },
  architecture: {
    label: t`Architecture`,
    summary: t`How the layers are wired. Changing it starts over.`,
  },
  codeSize: {
    label: t`Bottleneck size`,
    summary: ({ one }) =>
      t`How many numbers each ${one} is compressed to. Fewer numbers force harder choices.`,
    symbol: 'd',
    formula: String.raw`z = f(\tilde x) \in \mathbb{R}^{d}`,
  },
  codeKind: {
    label: t`Code`,
    summary: ({ one }) =>
      t`Whether each ${one} becomes a point in latent space or a small Gaussian cloud. Changing it starts over.`,
  },
  codeActivation: {
    label: t`Code activation`,
    summary: t`The function applied to each code unit. Changing it starts over.`,
  },
  hidden: {
    label: t`Hidden layers`,
    summary: t`Units in each encoder layer; the decoder mirrors them.`,
    formula: String.raw`a_k = W_k h_{k-1} + b_k`,
  },
  convLayers: {
    label: t`Convolutions`,
    summary: ({ kind }) =>
      kind === 'image'
        ? t`Stride-2 convolutions in the encoder, each halving the image; the decoder mirrors them. Changing it starts over.`
        : t`Stride-2 convolutions in the encoder, each halving the length; the decoder mirrors them. Changing it starts over.`,
  },
  filters: {
    label: t`Filters`,
    summary: t`Feature maps in the first convolution; each later convolution doubles them. Changing it starts over.`,
  },
  activation: {
    label: t`Hidden activation`,
    summary: t`The function applied to each hidden unit. Changing it starts over.`,
  },
  outputActivation: {
    label: t`Output activation`,
    summary: ({ values }) =>
      t`The function that turns the last layer’s sums into ${values}. Changing it starts over.`,
  },
  noise: {
    label: t`Noise`,
    summary: t`How the input is corrupted before the network sees it. The target stays clean.`,
  },
  noiseLevel: {
    label: t`Noise level`,
    summary: t`How strongly the input is corrupted; 0 leaves it clean.`,
    symbol: String.raw`\sigma`,
  },
  inputDropout: {
    label: t`Input dropout`,
    summary: t`Zeroes this share of the input at random during training and scales up the rest to compensate (Srivastava et al. 2014).`,
    symbol: 'q',
    formula: String.raw`\tilde x_i \leftarrow \tilde x_i\, b_i / (1 - q), \quad b_i \sim \mathcal{B}(1 - q)`,
  },
  maskInput: {
    label: t`Mask as input`,
    summary: ({ values }) =>
      t`Tells the network which ${values} are missing, in one more channel of its input. Changing it starts over.`,
    symbol: 'M',
    formula: String.raw`z = f(\tilde x, M), \quad M_i = 1 \text{ where } x_i \text{ is missing}`,
  },
  loss: {
    label: t`Loss`,
    summary: ({ one }) => t`How the difference between the reconstruction and the clean ${one} is measured.`,
  },
  lossOn: {
    label: t`Loss on`,
    summary: ({ values }) =>
      t`Which ${values} the loss counts: everything, only the hole, or everything with the hole weighing more. Where nothing is missing, everything.`,
  },
  holeWeight: {
    label: t`Hole weight`,
    summary: ({ values }) => t`How many known ${values} each missing one counts for in the loss.`,
    symbol: 'w',
    formula: String.raw`\ell = \frac{\sum_i (1 + (w - 1)\, M_i)\, \ell_i}{\sum_i 1 + (w - 1)\, M_i}`,
  },
  sparsity: {
    label: t`Sparsity`,
    summary: ({ one }) =>
      t`A penalty on active code units, so that each ${one} activates only a few of them.`,
  },
  sparsityWeight: {
    label: t`Sparsity weight`,
    summary: t`How much sparsity counts against reconstruction quality. 0 turns the penalty off.`,
    symbol: String.raw`\lambda`,
    formula: String.raw`L = \ell + \lambda\, \Omega`,
  },
  targetActivation: {
    label: t`Target activation`,
    summary: ({ one }) =>
      t`The mean activation each code unit is pulled towards. Lower means fewer active units per ${one}.`,
    symbol: String.raw`\rho`,
  },
  beta: {
    label: t`Beta`,
    summary: ({ kind }) =>
      kind === 'image'
        ? t`Weight of the KL term. 1 is the standard VAE; higher gives smoother codes and blurrier images; 0 drops the prior.`
        : t`Weight of the KL term. 1 is the standard VAE; higher gives smoother codes and flatter samples; 0 drops the prior.`,
    symbol: String.raw`\beta`,
    formula: String.raw`L = n\, \ell + \beta \textstyle\sum_j \mathrm{KL}_j`,
  },
  betaWarmUp: {
    label: t`Beta warm-up`,
    summary: t`Epochs over which beta rises from 0 to its value, so that units come into use before they are penalised.`,
    symbol: String.raw`T_\beta`,
    formula: String.raw`\beta(t) = \beta \min(1, t / T_\beta)`,
  },
  optimizer: {
    label: t`Optimizer`,
    summary: t`How gradients update the weights.`,
  },
  learningRate: {
    label: t`Learning rate`,
    summary: t`How far each step moves the weights. Too large and training diverges; too small and it crawls.`,
    symbol: String.raw`\eta`,
    formula: String.raw`W \leftarrow W - \eta\, \hat g`,
  },
  schedule: {
    label: t`Schedule`,
    summary: t`How the learning rate changes during training.`,
  },
  scheduleEpochs: {
    label: t`Schedule length`,
    summary: t`Epochs until the cosine reaches its floor, or between two halvings.`,
    symbol: 'T',
  },
  weightDecay: {
    label: t`Weight decay`,
    summary: t`Shrinks every kernel a little at each step, independently of the gradient (Loshchilov & Hutter 2019). 0 turns it off.`,
    symbol: String.raw`\delta`,
    formula: String.raw`W \leftarrow (1 - \eta\, \delta)\, W`,
  },
  gradientClip: {
    label: t`Gradient clipping`,
    summary: t`Scales the gradient down to this norm when it is longer (Pascanu et al. 2013). 0 turns it off.`,
    symbol: 'c',
    formula: String.raw`g \leftarrow g \min\!\left(1, c / \lVert g \rVert\right)`,
  },
  batchSize: {
    label: t`Batch size`,
    summary: ({ many }) => t`How many ${many} each step averages over.`,
    symbol: 'm',
    formula: String.raw`\ell = \tfrac{1}{m} \textstyle\sum_x \ell(x)`,
  },
  earlyStopping: {
    label: t`Early stopping`,
    summary: t`Pauses training once the validation loss has not improved for this many epochs, and keeps the best weights (Prechelt 1998). Compare and sweeps ignore it: their runs train equally long.`,
  },
  seed: {
    label: t`Seed`,
    summary: t`Seeds every random choice. The same seed gives the same run on the same backend.`,
  },
} satisfies Record<string, ControlText>;

/** The label, the one-line explanation, the symbol and the formula of a setting's control. */
export function controlText(setting: keyof typeof controlTexts): ControlText {
  return controlTexts[setting];
}

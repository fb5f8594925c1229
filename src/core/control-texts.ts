// What a person reads beside each control: the label (also the accessible name), one line of what turning it does, and
// where there is one the symbol and the formula it stands in, in TeX.

export interface ControlText {
  label: string;
  /** One line: what turning it does. */
  summary: string;
  /** The letter that formulas use for it, in TeX. */
  symbol?: string;
  /** The formula it stands in, in TeX. Where the setting chooses an entry of a registry, the entry has the formula. */
  formula?: string;
}

export const controlTexts = {
  dataset: {
    label: 'Data set',
    summary: 'The images the network learns to squeeze and rebuild. Changing it starts over.',
  },
  architecture: {
    label: 'Architecture',
    summary: 'How the layers are wired. Changing it starts over.',
  },
  codeSize: {
    label: 'Bottleneck size',
    summary: 'How many numbers an image is squeezed into. Fewer numbers, harder choices.',
    symbol: 'd',
    formula: String.raw`z = f(\tilde x) \in \mathbb{R}^{d}`,
  },
  codeKind: {
    label: 'Code',
    summary:
      'Whether an image becomes one point of the code space or a small cloud. Changing it starts over.',
  },
  codeActivation: {
    label: 'Code activation',
    summary: 'What each unit of the code does with its sum. Changing it starts over.',
  },
  hidden: {
    label: 'Hidden layers',
    summary: 'Nodes in each layer of the encoder; the decoder mirrors it.',
    formula: String.raw`a_k = W_k h_{k-1} + b_k`,
  },
  convLayers: {
    label: 'Convolutions',
    summary:
      'Strided convolutions in the encoder, each halving the image; the decoder mirrors them. Changing it starts over.',
  },
  filters: {
    label: 'Filters',
    summary:
      'Feature maps of the first convolution; each further one has twice as many. Changing it starts over.',
  },
  activation: {
    label: 'Hidden activation',
    summary: 'What each hidden node does with its sum. Changing it starts over.',
  },
  outputActivation: {
    label: 'Output activation',
    summary: 'What makes a pixel of the last sum. Changing it starts over.',
  },
  noise: {
    label: 'Noise',
    summary: 'How the input is spoiled before the network sees it. The target stays clean.',
  },
  noiseLevel: {
    label: 'Noise level',
    summary: 'How much of the input is spoiled: 0 leaves it clean.',
    symbol: String.raw`\sigma`,
  },
  inputDropout: {
    label: 'Input dropout',
    summary:
      'Blanks this share of the input at random while training, scaled up to make good for it (Srivastava et al. 2014).',
    symbol: 'q',
    formula: String.raw`\tilde x_i \leftarrow \tilde x_i\, b_i / (1 - q), \quad b_i \sim \mathcal{B}(1 - q)`,
  },
  loss: {
    label: 'Loss',
    summary: 'How the difference between the clean image and its reconstruction is counted.',
  },
  sparsity: {
    label: 'Sparsity',
    summary: 'A price on active code units, so that each image lights only a few of them.',
  },
  sparsityWeight: {
    label: 'Sparsity weight',
    summary: 'How much a sparse code is worth against a good reconstruction. At 0 the penalty is off.',
    symbol: String.raw`\lambda`,
    formula: String.raw`L = \ell + \lambda\, \Omega`,
  },
  targetActivation: {
    label: 'Target activation',
    summary:
      'The mean activation each code unit is pulled to. Lower means fewer active units for each image.',
    symbol: String.raw`\rho`,
  },
  beta: {
    label: 'Beta',
    summary:
      'Weight of the KL term. 1 is the VAE; more gives smoother codes and blurrier images, 0 a plain noisy code.',
    symbol: String.raw`\beta`,
    formula: String.raw`L = n\, \ell + \beta \textstyle\sum_j \mathrm{KL}_j`,
  },
  betaWarmUp: {
    label: 'Beta warm-up',
    summary:
      'Epochs over which beta rises from 0 to its value, so that units are in use before they are priced.',
    symbol: String.raw`T_\beta`,
    formula: String.raw`\beta(t) = \beta \min(1, t / T_\beta)`,
  },
  optimizer: {
    label: 'Optimizer',
    summary: 'How the weights follow the gradient.',
  },
  learningRate: {
    label: 'Learning rate',
    summary: 'How far each step moves the weights. Too large diverges, too small crawls.',
    symbol: String.raw`\eta`,
    formula: String.raw`W \leftarrow W - \eta\, \hat g`,
  },
  schedule: {
    label: 'Schedule',
    summary: 'How the learning rate changes as training goes on.',
  },
  scheduleEpochs: {
    label: 'Schedule length',
    summary: 'Epochs until the cosine has come down, or between two halvings.',
    symbol: 'T',
  },
  weightDecay: {
    label: 'Weight decay',
    summary:
      'Shrinks every kernel a little at each step, apart from the gradient (Loshchilov & Hutter 2019). 0 is off.',
    symbol: String.raw`\delta`,
    formula: String.raw`W \leftarrow (1 - \eta\, \delta)\, W`,
  },
  gradientClip: {
    label: 'Gradient clipping',
    summary:
      'Shortens the gradient of a step to this norm when it is longer (Pascanu et al. 2013). 0 is off.',
    symbol: 'c',
    formula: String.raw`g \leftarrow g \min\!\left(1, c / \lVert g \rVert\right)`,
  },
  batchSize: {
    label: 'Batch size',
    summary: 'How many images are averaged in one step.',
    symbol: 'm',
    formula: String.raw`\ell = \tfrac{1}{m} \textstyle\sum_x \ell(x)`,
  },
  seed: {
    label: 'Seed',
    summary: 'Starts every random choice. The same seed gives the same run on the same backend.',
  },
} satisfies Record<string, ControlText>;

/** The label, the one-line explanation, the symbol and the formula of a setting's control. */
export function controlText(setting: keyof typeof controlTexts): ControlText {
  return controlTexts[setting];
}

// The experiments that `npm run test:keras` compares: every family, dense and convolutional, on images and on signals. Networks are
// small, since a step of the smallest one shows the same mistakes. Half of the families' experiments run by default, which has every pair
// of family, architecture and data once; `--all` runs the others as well.

/**
 * @typedef {import('../page/keras').KerasRun & { name: string, devices?: number, isLossAlone?: boolean, isExtra?: boolean }} Case
 * `isLossAlone`: known values may come out as they like, so that only the objective is comparable. `isExtra`: only with `--all`.
 */

const dense = { architecture: /** @type {const} */ ('dense'), hidden: [64], codeSize: 16, batchSize: 64 };
const convolutional = {
  architecture: /** @type {const} */ ('convolutional'),
  ...{ convLayers: 2, filters: 8, codeSize: 16, batchSize: 64 },
};
const architectures = { dense, convolutional };
const families = /** @type {const} */ (['undercomplete', 'sparse', 'denoising', 'variational']);

/** @type {Case[]} */
const matrix = /** @type {const} */ (['digits', 'signals']).flatMap((data, i) =>
  families.flatMap((family, j) =>
    Object.entries(architectures).map(([architecture, patch], k) => ({
      name: `${family}, ${architecture}, ${data}`,
      ...{ data, family, patch },
      isExtra: (i + j + k) % 2 === 1,
    })),
  ),
);

/** What the families leave out: every setting that changes the script. @type {Case[]} */
const settings = [
  {
    name: 'holes told to the network and weighing more; RMSProp, weight decay',
    ...{ data: 'digits', family: 'denoising' },
    patch: {
      ...dense,
      ...{ noise: 'holes', noiseLevel: 0.6, maskInput: 'on', lossOn: 'weighted' },
      ...{ optimizer: 'rmsprop', learningRate: 0.001, weightDecay: 0.01 },
    },
  },
  {
    name: 'L1 sparse with absolute error; SGD, clipped gradients, cosine schedule',
    ...{ data: 'digits', family: 'sparse' },
    patch: {
      ...dense,
      ...{ sparsity: 'l1', sparsityWeight: 0.0001, codeActivation: 'tanh', loss: 'mae' },
      ...{ optimizer: 'sgd', learningRate: 1, gradientClip: 0.5, schedule: 'cosine', scheduleEpochs: 1 },
    },
  },
  {
    name: 'some classes, a validation split, warm-up of beta, input dropout; three layers of odd sides',
    ...{ data: 'digits', family: 'variational' },
    patch: {
      ...convolutional,
      ...{
        convLayers: 3,
        classes: [0, 1, 2, 3, 4, 5],
        validationShare: 0.1,
        betaWarmUp: 2,
        inputDropout: 0.1,
      },
      ...{ schedule: 'step', scheduleEpochs: 1, activation: 'elu' },
    },
  },
  {
    name: 'the gap of a signal told to the network, and the loss on it alone',
    ...{ data: 'signals', family: 'denoising', isLossAlone: true },
    patch: { ...dense, noise: 'block', noiseLevel: 0.5, maskInput: 'on', lossOn: 'hole' },
  },
  {
    name: 'the data set that lies beside the page',
    ...{ data: 'mnist', family: 'undercomplete' },
    patch: { ...dense, hidden: [16], codeSize: 8, batchSize: 1024 },
  },
  {
    name: 'on two devices',
    ...{ data: 'digits', family: 'undercomplete', devices: 2 },
    patch: dense,
  },
];

/** @type {Case[]} */
export const allCases = [...matrix, ...settings];

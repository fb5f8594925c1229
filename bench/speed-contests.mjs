// Defines which contenders run on which network in the speed bench, and the ratios that issue 4 requires.

/** @typedef {import('./page/networks').NetworkId} NetworkId */
/** @typedef {import('./page/contenders/contender').BenchBackend} BenchBackend */

/**
 * @typedef {object} Entrant
 * @property {import('./page/speed').ContenderKind | 'native-jax' | 'floor'} kind
 * @property {BenchBackend} [backend] WASM by default
 * @property {'all' | 1} [threads] all cores by default
 * @property {number} [images] maximum; 6,000 by default
 * @property {number} [compared] number of steps over which its losses are compared; 21, or fewer for slow ones
 */

/**
 * @typedef {object} Target
 * @property {string} target the wording of the issue
 * @property {string[]} peers the fastest of them counts
 * @property {number} atLeast
 * @property {number} [stretch]
 */

/**
 * @typedef {object} Contest
 * @property {NetworkId} network
 * @property {string} title
 * @property {Record<string, Entrant>} entrants the others are compared with `ours`
 * @property {Target[]} targets
 */

/**
 * By default tfjs uses one thread here (half of two cores). It is no faster with more, which one contest shows. jax-js uses all
 * cores by default, with a message to each for every kernel; on few cores it may be faster without threads.
 */
const oneThread = /** @type {const} */ ({ threads: 1 });

/** @type {Record<string, Entrant>} */
const jax = { 'jax-js': { kind: 'jax' }, 'jax-js, one thread': { kind: 'jax', ...oneThread } };

/** Outside the browser, with all cores: XLA and whatever vectors the processor has. It is left out where Python is missing. @type {Record<string, Entrant>} */
const native = { 'native JAX': { kind: 'native-jax' } };

/** The products alone, in registers (bench/page/floor.ts). It trains nothing. @type {Record<string, Entrant>} */
const floor = { 'floor of 128-bit SIMD': { kind: 'floor' } };

/** Ours on a host that does not isolate the page. @type {Record<string, Entrant>} */
const unthreaded = { 'ours, one thread': { kind: 'ours', ...oneThread } };

/** Ours with the KL term and the penalties in tfjs's ops, as they were before they had kernels. @type {Record<string, Entrant>} */
const unfused = { 'ours, code terms in ops': { kind: 'ours-before' } };

/** Ours multiplying by the zeros of pictures too. @type {Record<string, Entrant>} */
const withZeros = { 'ours, zeros not skipped': { kind: 'ours-with-zeros' } };

/** @type {Target} */
const againstJax = { target: 'every network against jax-js', peers: Object.keys(jax), atLeast: 1.5 };

/** @type {Record<string, Contest>} */
export const contests = {
  reference: {
    network: 'reference',
    title: 'reference, 784-256-64-16 and back, batch 128, WASM',
    entrants: {
      ours: { kind: 'ours' },
      fit: { kind: 'tfjs-fit', ...oneThread },
      'ours, steps not recorded': { kind: 'ours-unrecorded' },
      ...withZeros,
      ...unthreaded,
      'fit, all cores': { kind: 'tfjs-fit' },
      ...jax,
      ...native,
      ...floor,
    },
    targets: [
      {
        target: 'reference on WASM against LayersModel.fit on WASM',
        peers: ['fit', 'fit, all cores'],
        atLeast: 12,
        stretch: 20,
      },
      {
        target: 'reference on WASM against native JAX (at most 2.2 times its time)',
        peers: Object.keys(native),
        atLeast: 0.455,
      },
      {
        target: 'reference on WASM against the floor of 128-bit SIMD (at most 1.35 times its time)',
        peers: Object.keys(floor),
        atLeast: 0.741,
      },
      { target: 'reference on WASM against jax-js', peers: Object.keys(jax), atLeast: 3, stretch: 5 },
      againstJax,
    ],
  },
  'reference-60000': {
    network: 'reference',
    title: 'reference as above, 60,000 images',
    entrants: {
      ours: { kind: 'ours', images: 60_000 },
      'ours, 6,000 images': { kind: 'ours' },
      fit: { kind: 'tfjs-fit', ...oneThread, images: 60_000 },
    },
    targets: [],
  },
  'reference-512': {
    network: 'reference-512',
    title: 'reference, batch 512, WASM',
    entrants: {
      ours: { kind: 'ours' },
      fit: { kind: 'tfjs-fit', ...oneThread },
      ...jax,
      ...native,
    },
    targets: [againstJax],
  },
  small: {
    network: 'small',
    title: 'small, 784-64-2 and back, batch 64, WASM',
    entrants: {
      ours: { kind: 'ours' },
      fit: { kind: 'tfjs-fit', ...oneThread },
      ...jax,
      ...native,
    },
    targets: [againstJax],
  },
  large: {
    network: 'large',
    title: 'large, 784-1000-500-250-30 and back, batch 128, WASM',
    entrants: {
      ours: { kind: 'ours' },
      fit: { kind: 'tfjs-fit', ...oneThread, compared: 6 },
      ...jax,
      ...native,
    },
    targets: [againstJax],
  },
  convolutional: {
    network: 'convolutional',
    title: 'convolutional, 16 and 32 maps, code 16, batch 128, WASM',
    entrants: {
      ours: { kind: 'ours' },
      ...unthreaded,
      // Plain tfjs-wasm has no Conv2DBackpropFilter, so it cannot compute the gradient of a convolution.
      'fit on WebGL': { kind: 'tfjs-fit', backend: 'webgl', compared: 6 },
      'fit on cpu': { kind: 'tfjs-fit', backend: 'cpu', compared: 2 },
      ...jax,
      ...native,
    },
    targets: [
      {
        target: 'convolutional against plain tfjs on its fastest capable backend',
        peers: ['fit on WebGL', 'fit on cpu'],
        atLeast: 6,
      },
      againstJax,
    ],
  },
  signals: {
    network: 'signals',
    title: 'convolutional on signals of 128 points, 16 and 32 maps, code 16, batch 128, WASM',
    entrants: {
      ours: { kind: 'ours' },
      // In tfjs a layer conv1d is a convolution of images one pixel wide, as this is; it has none transposed.
      'fit on WebGL': { kind: 'tfjs-fit', backend: 'webgl', compared: 6 },
      'fit on cpu': { kind: 'tfjs-fit', backend: 'cpu', compared: 6 },
    },
    targets: [],
  },
  vae: {
    network: 'vae',
    title: 'variational, 784-400-20 and back, BCE, batch 128, WASM',
    entrants: {
      ours: { kind: 'ours' },
      ...unfused,
      ...withZeros,
      ...unthreaded,
      variableGrads: { kind: 'tfjs-gradients', ...oneThread },
      ...jax,
      ...native,
    },
    targets: [
      {
        target: 'VAE against plain tfjs (variableGrads, its own Adam) on WASM',
        peers: ['variableGrads'],
        atLeast: 6,
      },
      { target: 'VAE against jax-js', peers: Object.keys(jax), atLeast: 3.5 },
      againstJax,
    ],
  },
  sparse: {
    network: 'sparse',
    title: 'sparse, as the family sets it, batch 128, WASM',
    entrants: { ours: { kind: 'ours' }, ...unfused },
    targets: [],
  },
  webgl: {
    network: 'reference',
    title: 'reference, WebGL in software',
    entrants: {
      ours: { kind: 'ours', backend: 'webgl', compared: 6 },
      'fit on WebGL': { kind: 'tfjs-fit', backend: 'webgl', compared: 6 },
    },
    targets: [
      {
        target: 'reference on WebGL in software against LayersModel.fit on it',
        peers: ['fit on WebGL'],
        atLeast: 2.5,
      },
    ],
  },
  'webgl-convolutional': {
    network: 'convolutional',
    title: 'convolutional, 16 and 32 maps, code 16, batch 128, WebGL in software',
    entrants: {
      ours: { kind: 'ours', backend: 'webgl', compared: 6 },
      'ours with the convolutions of tfjs': { kind: 'ours-before', backend: 'webgl', compared: 6 },
      'fit on WebGL': { kind: 'tfjs-fit', backend: 'webgl', compared: 6 },
      'ours on WASM': { kind: 'ours', compared: 6 },
    },
    targets: [
      {
        target: 'convolutional on WebGL in software against before, with the convolutions of tfjs',
        peers: ['ours with the convolutions of tfjs'],
        atLeast: 4,
      },
    ],
  },
  // The losses of kernels that no other contest on WebGL has must be those of WASM.
  'webgl-vae': {
    network: 'vae',
    title: 'variational, 784-400-20 and back, BCE, batch 128, WebGL in software',
    entrants: {
      ours: { kind: 'ours', backend: 'webgl', compared: 6 },
      'ours on WASM': { kind: 'ours', compared: 6 },
    },
    targets: [],
  },
  'webgl-sparse': {
    network: 'sparse',
    title: 'sparse, as the family sets it, batch 128, WebGL in software',
    entrants: {
      ours: { kind: 'ours', backend: 'webgl', compared: 6 },
      'ours on WASM': { kind: 'ours', compared: 6 },
    },
    targets: [],
  },
};

// Defines which folder may import which. A layer is a folder of `src` (or a folder beside it); a room is a folder inside a
// layer. Everything is closed by default: a folder that is not listed may import nothing, and nothing may import it. Type-only
// imports count.
//
// A room's list names the rooms of the same layer that it may enter. `.` stands for the files directly in the layer's folder,
// `*` for any room without its own entry (as a key) or every room (in a list). A room within a room may have its own entry;
// otherwise it belongs to the room around it. Tests may enter every room of their layer.

/**
 * @typedef {object} Room
 * @property {string[]} enters rooms of the same layer
 * @property {string[]} doors the only files that other rooms may import, relative to the room
 */

/**
 * @typedef {object} Layer
 * @property {string[]} enters other layers (`core`), or single rooms of them (`data/sources`, `core/.`)
 * @property {string[]} [packages] npm packages, each a regular expression
 * @property {boolean} [usesNode] whether it may import Node's own modules
 * @property {Record<string, string[] | Room>} rooms
 */

import { assembly, bench, e2e, scripts } from './layers-beside-src.mjs';
import { session } from './session-layer.mjs';
import { charts, controls, react, tfjs, words } from './packages.mjs';

/** @type {Layer} */
const core = {
  enters: [],
  packages: ['zod', 'fft\\.js', ...words],
  rooms: {
    browser: [],
    language: [],
    glossary: ['experiment'],
    experiment: ['browser', 'samples'],
    samples: ['browser'],
    'number-input': ['language'],
    plain: [],
    run: ['experiment'],
    '.': ['browser', 'experiment', 'language', 'run', 'samples'],
    import: ['.', 'experiment', 'samples'],
    formats: ['.', 'plain'],
    units: ['samples'],
    'engine-api': ['.', 'anomaly', 'experiment', 'run', 'samples', 'units'],
    latent: ['.', 'engine-api', 'experiment', 'formats', 'samples'],
    pca: ['.'],
    anomaly: ['.', 'experiment', 'run', 'samples'],
    inpainting: ['.', 'experiment', 'run', 'samples'],
    limits: ['.', 'experiment', 'pca', 'samples'],
    offline: [],
    sweep: ['.', 'experiment', 'run', 'samples'],
    sound: ['.', 'experiment', 'samples'],
  },
};

/** @type {Layer} A registry knows no other, but families are presets over several; the loose files join them. */
const catalog = {
  enters: ['core'],
  packages: words,
  rooms: {
    kinds: [],
    corruptions: ['kinds'],
    losses: ['kinds'],
    optimizers: ['kinds'],
    sparsity: ['kinds'],
    '*': ['kinds'],
    families: ['corruptions', 'kinds', 'sparsity'],
    activations: ['kinds'],
    architectures: ['kinds'],
    'code-kinds': ['kinds'],
    references: [],
    presets: [],
    glossary: [
      ...['activations', 'architectures', 'code-kinds', 'corruptions', 'families', 'losses'],
      ...['optimizers', 'references', 'sparsity'],
    ],
    '.': ['*'],
  },
};

/** @type {Layer} */
const data = {
  enters: ['core', 'catalog'],
  packages: ['(@types/)?papaparse', 'fflate', 'idb-keyval', ...words],
  rooms: { '.': [], drawing: ['import'], import: ['.'], picking: [], sources: ['.'], sound: ['.'] },
};

/** @type {Layer} */
const engine = {
  enters: ['core', 'catalog', 'data'],
  packages: [...tfjs, 'comlink', 'ml-matrix', 'wasm-feature-detect'],
  rooms: {
    actor: [],
    kernels: [],
    'training/batch': ['kernels'],
    'training/optimizer': ['kernels'],
    'kernels/wasm/build': [],
    'kernels/wasm': {
      enters: ['kernels', 'kernels/wasm/build', 'training/batch'],
      doors: ['install.ts', 'tfjs-wasm-paths.ts', 'threads/shared-backend.ts'],
    },
    'kernels/gpu': ['kernels', 'training/batch'],
    'kernels/webgl': {
      enters: ['kernels', 'kernels/gpu', 'training/batch'],
      doors: ['install.ts', 'products/odd-matmul.ts'],
    },
    'kernels/webgpu': { enters: ['kernels', 'kernels/gpu', 'training/batch'], doors: ['install.ts'] },
    dataset: ['training/batch'],
    objective: ['kernels'],
    network: ['kernels', 'objective', 'training/batch', 'training/optimizer'],
    'network/surgery': { enters: ['network', 'training/optimizer'], doors: ['surgery.ts'] },
    backends: ['actor', 'kernels', 'kernels/wasm', 'kernels/webgl', 'kernels/webgpu'],
    views: ['actor', 'dataset', 'network', 'objective', 'training/batch'],
    training: [
      ...['actor', 'backends', 'dataset', 'network', 'network/surgery', 'objective'],
      ...['training/batch', 'training/optimizer', 'views'],
    ],
    'backends/choice': ['actor', 'backends', 'dataset', 'kernels', 'network', 'training'],
    '.': ['actor', 'backends', 'backends/choice', 'dataset', 'network', 'training', 'views'],
  },
};

/** @type {Layer} */
const analysis = {
  // The binaries of the kernels, and no code of the engine.
  enters: ['core', 'catalog', 'data', 'engine/kernels/wasm/build'],
  packages: ['comlink', 'ml-matrix', 'umap-js', 'idb-keyval'],
  rooms: {
    products: [],
    pca: ['products'],
    'linear-denoiser': ['pca', 'products'],
    neighbours: [],
    quality: ['neighbours'],
    umap: ['neighbours'],
    anomalies: ['neighbours', 'pca', 'products'],
    inpainting: ['linear-denoiser', 'neighbours', 'pca', 'products'],
    limits: ['pca', 'products'],
    sound: ['linear-denoiser'],
    'two-sample': ['anomalies', 'neighbours'],
    '.': [
      ...['anomalies', 'inpainting', 'limits', 'linear-denoiser', 'neighbours', 'pca', 'quality'],
      ...['sound', 'two-sample', 'umap'],
    ],
  },
};

/** @type {Layer} */
const ui = {
  enters: ['core'],
  packages: [...react, ...charts, ...controls, ...words, 'katex', 'qrcode-generator', 'react-error-boundary'],
  rooms: {
    '.': [],
    theme: [],
    export: ['.'],
    'qr-code': [],
    'in-view': [],
    highlight: [],
    lazy: [],
    formula: ['.', 'in-view', 'lazy'],
    explanation: ['.', 'formula', 'lazy'],
    legend: ['.', 'controls', 'explanation'],
    placeholder: [],
    pad: ['.', 'controls', 'lazy', 'sample'],
    sample: ['.', 'export'],
    controls: ['.', 'explanation', 'export', 'formula', 'lazy'],
    boundary: ['.', 'controls', 'in-view', 'lazy'],
    'image-chooser': ['controls', 'sample'],
    series: ['.', 'controls', 'export'],
    recorder: ['controls'],
    units: ['.', 'hourglass', 'theme'],
    ramp: ['.', 'explanation'],
    sound: ['.', 'export', 'ramp', 'sample'],
    bars: ['.', 'export', 'theme', 'units'],
    chart: ['.', 'boundary', 'controls', 'explanation', 'export', 'in-view'],
    hourglass: ['.', 'controls', 'explanation', 'theme'],
    scatter: ['.', 'boundary', 'controls', 'export'],
    network: ['.', 'export', 'hourglass', 'theme', 'units'],
  },
};

/** @type {Layer} No panel knows another: what two of them share belongs in ui or session. */
const panels = {
  enters: ['core', 'catalog', 'session', 'ui'],
  packages: [...react, ...controls, ...words],
  rooms: { '*': [] },
};

/** @type {Layer} No workspace knows another: each knows the frame; the loose files list them. */
const workspaces = {
  enters: ['core', 'catalog', 'session', 'ui', 'panels'],
  packages: [...react, ...controls, ...words],
  rooms: { frame: [], '*': ['frame'], '.': ['*'] },
};

/** @type {Layer} */
const app = {
  enters: ['core', 'catalog', 'session', 'ui', 'panels', 'workspaces', 'locales'],
  packages: [...react, ...controls, ...words, 'react-error-boundary', 'zustand'],
  rooms: {
    boundary: [],
    dialogs: ['navigation'],
    navigation: [],
    present: [],
    help: ['present'],
    header: ['help', 'navigation', 'present'],
    language: [],
    '.': ['*'],
  },
};

/** Every layer by its folder. */
export const layers = {
  'src/core': core,
  'src/catalog': catalog,
  'src/data': data,
  'src/engine': engine,
  'src/analysis': analysis,
  'src/importing': { enters: ['core', 'data'], packages: ['comlink'], rooms: { '.': [] } },
  'src/service-worker': { enters: ['core'], packages: ['workbox-.*'], rooms: { '.': [] } },
  'src/session': session,
  'src/ui': ui,
  'src/panels': panels,
  'src/workspaces': workspaces,
  'src/app': app,
  // The catalogs of words.
  'src/locales': { enters: [], rooms: { '.': [] } },
  assembly,
  scripts,
  bench,
  e2e,
};

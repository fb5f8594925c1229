// The layers beside `src`. What a layer is stands in layers.mjs.
import { react, tfjs } from './packages.mjs';

/** @typedef {import('./layers.mjs').Layer} Layer */

/** @type {Layer} */
export const assembly = { enters: [], rooms: { '.': [] } };

/** @type {Layer} */
export const scripts = {
  // What trains without a window uses the session as the page does.
  enters: ['core', 'catalog/.', 'session'],
  packages: [
    ...['assemblyscript', 'jpeg-js', 'playwright', 'vite'],
    ...['@babel/core', '@types/babel__core', '@lingui/babel-plugin-lingui-macro'],
    ...['@lingui/cli', '@lingui/format-po', '@lingui/message-utils'],
  ],
  usesNode: true,
  rooms: {
    content: [],
    language: ['.'],
    layers: [],
    data: ['content'],
    '.': ['content', 'data'],
    presets: ['.'],
    'train/page': [],
    train: ['.', 'train/page'],
  },
};

/** @type {Layer} */
export const bench = {
  enters: [
    ...['core', 'catalog', 'data', 'engine', 'analysis', 'session/datasets', 'session/keras'],
    ...['session/run-files', 'ui', 'scripts/.', 'scripts/language', 'e2e/browsers'],
  ],
  packages: [
    ...react,
    ...tfjs,
    '@jax-js/jax',
    'assemblyscript',
    'comlink',
    'jpeg-js',
    'lighthouse',
    'playwright',
    'vite',
  ],
  usesNode: true,
  rooms: {
    ...{ assembly: [], python: [], '.': ['native-jax', 'python'], page: ['.'] },
    ...{ 'native-jax': ['python'], keras: ['.', 'page', 'python'], gpu: [], pictures: ['.'], soak: ['.'] },
  },
};

/** @type {Layer} */
export const e2e = {
  enters: ['core', 'catalog', 'scripts/.', 'scripts/language'],
  packages: ['@axe-core/playwright', '@playwright/test', 'fflate', 'ml-matrix', 'puppeteer-core', 'vite'],
  usesNode: true,
  rooms: { '.': [], browsers: [] },
};

// The layers of src (docs: CONTRIBUTING.md), closed by default: an import that no entry of `mayImport` names is an
// error, and so is every import in a folder that has no entry. Type-only imports count like any other.

/** What reaches a person's browser from npm, by purpose. */
const react = ['react', 'react-dom', '@types/react', '@types/react-dom'];
const tfjs = ['@tensorflow/tfjs-[^/]+'];
const charts = ['recharts', 'regl', 'regl-scatterplot', 'pub-sub-es'];
const controls = ['radix-ui', 'lucide-react'];
const formulas = ['katex'];

/** Each layer: the other layers and the npm packages that its files may import. */
const mayImport = {
  core: { layers: [], packages: ['zod'] },
  catalog: { layers: ['core'], packages: [] },
  data: { layers: ['core', 'catalog'], packages: [] },
  engine: {
    layers: ['core', 'catalog', 'data'],
    packages: [...tfjs, 'comlink', 'ml-matrix', 'wasm-feature-detect'],
  },
  analysis: {
    layers: ['core', 'catalog', 'data'],
    packages: ['comlink', 'ml-matrix', 'umap-js', 'idb-keyval'],
  },
  session: {
    layers: ['core', 'catalog', 'data'],
    packages: ['react', '@types/react', 'zustand', 'comlink', 'idb-keyval'],
  },
  ui: { layers: ['core'], packages: [...react, ...charts, ...controls, ...formulas] },
  panels: { layers: ['core', 'catalog', 'session', 'ui'], packages: [...react, ...controls] },
  app: {
    layers: ['core', 'catalog', 'data', 'session', 'ui', 'panels'],
    packages: [...react, ...controls, 'react-error-boundary', 'zustand'],
  },
};

const test = '[.]test[.]tsx?$';
const anyOf = (/** @type {string[]} */ names) => `(${names.join('|')})`;
const inLayers = (/** @type {string[]} */ names) => `^src/${anyOf(names)}/`;
const inPackages = (/** @type {string[]} */ names) => `(^|/)node_modules/${anyOf(names)}/`;

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-import-of-tests', severity: 'error', from: { pathNot: test }, to: { path: test } },
    {
      name: 'no-panel-to-panel',
      comment: 'What two panels share belongs in ui or session.',
      severity: 'error',
      from: { path: '^src/panels/([^/]+)/' },
      to: { path: '^src/panels/', pathNot: '^src/panels/$1/' },
    },
  ],
  allowed: Object.entries(mayImport).flatMap(([layer, { layers, packages }]) => [
    { from: { path: inLayers([layer]) }, to: { path: inLayers([layer, ...layers]) } },
    ...(packages.length > 0
      ? [{ from: { path: inLayers([layer]) }, to: { path: inPackages(packages) } }]
      : []),
    // Tests may use any package and what Node brings along, but keep to their layer's neighbours.
    { from: { path: inLayers([layer]) + '.*' + test }, to: { path: inPackages(['.+']) } },
    { from: { path: inLayers([layer]) + '.*' + test }, to: { dependencyTypes: ['core'] } },
  ]),
  allowedSeverity: 'error',
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types'],
    },
  },
};

// Holds who may import whom (`npm run layers`). The tables are in scripts/layers/layers.mjs.
import { layers } from './scripts/layers/layers.mjs';
import { allowedImports, isTest } from './scripts/layers/rules.mjs';

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-import-of-tests',
      comment: 'Only tests and test helpers import tests and test helpers.',
      severity: 'error',
      from: { pathNot: isTest },
      to: { path: isTest },
    },
  ],
  allowed: allowedImports(layers),
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

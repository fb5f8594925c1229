// The layer of the page's state.
import { words } from './packages.mjs';

/**
 * @type {import('./layers.mjs').Layer} The loose files of `session` join its rooms. React reads the session through `hooks`, which no other room knows.
 */
export const session = {
  enters: ['core', 'catalog', 'data'],
  packages: ['react', '@types/react', 'zustand', 'comlink', 'fflate', 'idb', 'idb-keyval', ...words],
  rooms: {
    tasks: [],
    'shared-link': [],
    page: ['shared-link'],
    datasets: ['tasks'],
    runs: [],
    workers: [],
    engine: ['datasets', 'page', 'runs', 'tasks', 'workers'],
    selection: ['engine', 'tasks'],
    drawing: ['engine', 'runs', 'selection', 'tasks'],
    'main-run': ['datasets', 'engine', 'page', 'runs'],
    presets: ['main-run'],
    analysis: ['datasets', 'engine', 'runs', 'tasks', 'workers'],
    recording: [],
    importing: ['recording', 'tasks', 'workers'],
    comparison: ['engine', 'runs'],
    sweeps: ['analysis', 'engine', 'runs'],
    archive: ['page', 'runs', 'tasks'],
    guide: ['analysis', 'engine', 'main-run', 'runs', 'selection', 'shared-link'],
    reload: ['archive', 'engine', 'runs'],
    keras: ['archive', 'datasets', 'run-files'],
    offline: ['page'],
    'run-files': ['analysis', 'archive', 'datasets', 'reload', 'runs'],
    'run-comparison': ['archive', 'runs'],
    explore: ['analysis', 'engine', 'runs', 'tasks'],
    'run-looks': ['analysis', 'archive', 'comparison', 'drawing', 'engine', 'runs'],
    anomalies: ['analysis', 'drawing', 'engine', 'main-run', 'runs', 'tasks'],
    inpainting: ['analysis', 'drawing', 'engine', 'main-run', 'runs', 'tasks'],
    limits: ['analysis', 'datasets', 'drawing', 'engine', 'main-run', 'runs', 'tasks'],
    'slow-motion': ['engine', 'main-run'],
    units: ['engine', 'main-run', 'runs'],
    sound: ['analysis', 'datasets', 'engine', 'main-run', 'recording', 'runs', 'tasks'],
    '.': [
      ...['analysis', 'archive', 'comparison', 'datasets', 'drawing', 'engine', 'explore', 'importing'],
      ...['main-run', 'offline', 'page', 'reload', 'runs', 'selection', 'sweeps'],
    ],
    lessons: [
      ...['.', 'anomalies', 'archive', 'explore', 'inpainting', 'limits', 'page', 'runs', 'selection'],
    ],
    hooks: [
      ...['.', 'analysis', 'anomalies', 'archive', 'comparison', 'datasets', 'drawing', 'engine'],
      ...['explore', 'guide', 'importing', 'inpainting', 'lessons', 'limits', 'page', 'presets'],
      ...['recording', 'run-comparison', 'run-files', 'run-looks', 'runs', 'selection', 'shared-link'],
      ...['slow-motion', 'sound', 'sweeps', 'tasks', 'units'],
    ],
  },
};

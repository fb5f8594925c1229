// The words of the page: English stands in the code, and each catalog holds what a part of the code says, for translators.
// `npm run words` brings the catalogs up to date with the code.
import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** @param {string} path below the project's folder */
const inProject = (path) => decodeURIComponent(new URL(path, import.meta.url).pathname);

/** The catalogs, and the folders of `src` whose words they hold. A folder that stands in none has no words. */
const catalogs = {
  shell: ['app', 'workspaces', 'ui', 'session', 'catalog', 'core', 'data'],
  train: panels(
    ...['architecture-diagram', 'controls', 'data-status', 'drawing-pad', 'latent-map', 'loss-curves'],
    ...['read-outs', 'reconstructions', 'shared-note', 'teacher-link', 'transport', 'guide', 'slow-motion'],
    ...['network-view', 'prior-samples', 'present'],
  ),
  explore: panels(
    ...['arithmetic', 'code-quality', 'code-sliders', 'explore-map', 'explore-selection', 'generation'],
    ...['interpolation', 'pca-components'],
  ),
  apply: panels('anomalies', 'inpainting', 'limits', 'sound'),
  compare: panels(
    ...['family-comparison', 'results-sheet', 'run-comparison', 'run-export', 'run-looks', 'runs', 'sweeps'],
  ),
  data: panels('data-import'),
  learn: [
    ...panels('lessons', 'glossary', 'presets'),
    ...['catalog/lessons', 'catalog/glossary', 'catalog/references'],
  ],
};

/** Folders with a catalog of their own inside one that stands in another. @param {string} name */
const elsewhere = (name) =>
  name === 'learn' ? [] : catalogs.learn.map((folder) => `<rootDir>/src/${folder}/**`);

/** @param {string[]} names */
function panels(...names) {
  return names.map((name) => `panels/${name}`);
}

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es'],
  catalogs: Object.entries(catalogs).map(([name, folders]) => ({
    path: `<rootDir>/src/locales/${name}/{locale}`,
    include: folders.map((folder) => `<rootDir>/src/${folder}`),
    exclude: ['**/*.test.*', ...elsewhere(name)],
  })),
  format: formatter({ lineNumbers: false }),
  runtimeConfigModule: {
    i18n: [inProject('src/core/language/i18n.ts'), 'i18n'],
    Trans: [inProject('src/ui/rich-text/trans.tsx'), 'Trans'],
  },
});

// The page's own scripts and styles, named in the built HTML: the small start imports them only when it knows the language, and they
// are fetched meanwhile, after what the first picture needs. The style is applied by the import of the page: what is painted before has its own (public/first-paint.css).

/** @returns {import('vite').Plugin} */
export const pageBesideStart = (pageModule = '/src/app/page.tsx') => ({
  name: 'page-beside-start',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const page = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(pageModule)));
      if (page === undefined) throw new Error(`The build has no chunk of ${pageModule}.`);
      /** @type {Set<string>} */
      const scripts = new Set();
      /** @type {Set<string>} */
      const styles = new Set();
      /** @param {import('vite').Rollup.OutputChunk} chunk */
      const visit = (chunk) => {
        if (scripts.has(chunk.fileName)) return;
        scripts.add(chunk.fileName);
        for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
        for (const next of chunks) if (chunk.imports.includes(next.fileName)) visit(next);
      };
      visit(page);
      return [
        ...[...scripts].map((file) => ({
          tag: 'link',
          injectTo: /** @type {const} */ ('head'),
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        })),
        ...[...styles].map((file) => ({
          tag: 'link',
          injectTo: /** @type {const} */ ('head'),
          attrs: { rel: 'preload', as: 'style', crossorigin: true, href: `./${file}` },
        })),
      ];
    },
  },
});

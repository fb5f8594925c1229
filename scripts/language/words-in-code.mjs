// Replaces Lingui's macros in the files that import them. English stays in the code, so that each chunk carries its own words.
import { transformAsync } from '@babel/core';
import macro from '@lingui/babel-plugin-lingui-macro';

/** @returns {import('vite').Plugin} */
export const wordsInCode = () => ({
  name: 'words-in-code',
  enforce: 'pre',
  transform: {
    filter: { id: /\.tsx?(\?|$)/, code: /@lingui\/(core|react)\/macro/ },
    async handler(code, id) {
      const result = await transformAsync(code, {
        filename: id.replace(/\?.*$/, ''),
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [[macro, { stripMessageField: false }]],
      });
      return result?.code == null ? null : { code: result.code, map: result.map ?? null };
    },
  },
});

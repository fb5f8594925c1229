// Replaces Lingui's macros in the files that import them, and compiles their messages. English stays in the code, so that each chunk
// carries its own words, and no chunk needs a parser of messages.
import { transformAsync } from '@babel/core';
import macro from '@lingui/babel-plugin-lingui-macro';
import { compileMessage } from '@lingui/message-utils/compileMessage';

/** @typedef {import('@babel/core').types.Expression} Expression */

/**
 * `message: 'code {size}'` becomes `message: ['code ', ['size']]`, as in compiled catalogs.
 * @param {typeof import('@babel/core')} babel
 * @returns {import('@babel/core').PluginObj}
 */
function compiledMessages({ types }) {
  /** @param {string} message */
  const compiled = (message) => /** @type {Expression} */ (types.valueToNode(compileMessage(message)));
  return {
    visitor: {
      Program: {
        // After the macros, which replace what they find while the program is entered.
        exit(program) {
          program.traverse({
            ObjectProperty({ node, parent }) {
              if (!types.isIdentifier(node.key, { name: 'message' }) || !types.isStringLiteral(node.value))
                return;
              const hasId =
                types.isObjectExpression(parent) &&
                parent.properties.some(
                  (other) => types.isObjectProperty(other) && types.isIdentifier(other.key, { name: 'id' }),
                );
              if (hasId) node.value = compiled(node.value.value);
            },
            JSXAttribute({ node, parent }) {
              const isTrans =
                types.isJSXOpeningElement(parent) &&
                types.isJSXIdentifier(parent.name) &&
                /Trans/.test(parent.name.name);
              if (isTrans && node.name.name === 'message' && types.isStringLiteral(node.value))
                node.value = types.jsxExpressionContainer(compiled(node.value.value));
            },
          });
        },
      },
    },
  };
}

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
        plugins: [[macro, { stripMessageField: false }], compiledMessages],
      });
      return result?.code == null ? null : { code: result.code, map: result.map ?? null };
    },
  },
});

// Typed lint for everything but the AssemblyScript sources, which are another language in TypeScript's clothes.
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { wordsInCatalogs } from './eslint-rules/words-in-catalogs.mjs';
import { textInOwnElement } from './eslint-rules/text-in-own-element.mjs';

export default defineConfig(
  globalIgnores([
    'assembly/',
    'bench/assembly/',
    'dist/',
    'public/',
    '.cache/',
    'test-results/',
    'playwright-report/',
    '*.js',
    '*.cjs',
    '*.mjs',
    '.*.cjs',
    '.*.mjs',
  ]),
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers read well in messages.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `values[i]!` in a loop over a typed array: the bound is known, a check per pixel is not free.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `onClick={() => setOpen(true)}` is how React is written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `process.env['CI']`: TypeScript's noPropertyAccessFromIndexSignature style is allowed either way.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    // The linter does not see casts that stand in JSDoc, so each `JSON.parse` would be an error; tsc checks these files.
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    // Only where there are components: elsewhere a name such as tfjs's `useX` is no hook.
    files: ['src/{ui,panels,workspaces,app}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // Speaks of what the React compiler can keep; this build does not use it.
    rules: { 'react-hooks/preserve-manual-memoization': 'off' },
  },
  {
    files: ['src/{ui,panels,workspaces,app}/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    plugins: { hourglass: { rules: { 'text-in-own-element': textInOwnElement } } },
    rules: { 'hourglass/text-in-own-element': 'error' },
  },
  wordsInCatalogs,
  {
    // Names and texts come from files and links: nothing is ever read as HTML. (KaTeX builds its elements itself.)
    files: ['src/**/*.{ts,tsx}', 'bench/page/**/*.{ts,tsx}', 'scripts/train/page/*.ts'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          "Property[key.name='dangerouslySetInnerHTML']",
          'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
          'CallExpression > MemberExpression.callee[property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
          "CallExpression > MemberExpression.callee[object.name='document'][property.name=/^write(ln)?$/]",
          "NewExpression[callee.name='DOMParser']",
        ].map((selector) => ({
          selector,
          message: 'Nothing is read as HTML: make elements, or use textContent.',
        })),
      ],
    },
  },
  {
    files: ['eslint-rules/*.mjs'],
    // Node types are an enum of strings, and rules compare them with the strings.
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
);

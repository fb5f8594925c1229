// What a person reads goes through Lingui's macros, so that it can be translated: text that does not is reported. Single words in
// lower case are left out, since most are kinds and ids, and so is what no person reads.
import lingui from 'eslint-plugin-lingui';

/** Code whose texts are not shown, and the contents of files, which stay English. */
const notShown = [
  ...['**/*.test.{ts,tsx}', '**/*-for-tests.{ts,tsx}', '**/testing/**'],
  ...[
    'src/session/keras/**',
    'src/session/run-files/{run-file,weights}/**',
    'src/session/run-files/reading/tfjs/**',
  ],
  ...['src/core/{formats,offline,sound,sweep}/**', 'src/catalog/architectures/keras-topology.ts'],
  // Names, licences and sources of data are data.
  ...['src/catalog/datasets/generated.ts', 'src/catalog/piano/**', 'src/catalog/references/**'],
  ...['src/ui/export/picture/**', 'src/ui/scatter/points/**'],
];

/** Attributes, properties and variables that hold no words. */
const wordless = [
  { regex: { pattern: '(class|Class|style|Style|Id|Key|Query|Selector|Path|Address|Type|Mode)(Name)?s?$' } },
  { regex: { pattern: '^(data-|aria-(controls|describedby|labelledby|live|hidden|current))' } },
  ...[
    'arithmetic',
    'credit',
    'source',
    'licence',
    'className',
    'id',
    'key',
    'type',
    'role',
    'href',
    'src',
    'd',
    'viewBox',
    'fill',
    'stroke',
    'transform',
  ],
  ...[
    'style',
    'accept',
    'accepts',
    'cursor',
    'points',
    'formula',
    'colour',
    'dash',
    'font',
    'background',
    'keyShortcut',
  ],
];

/** Calls whose arguments are no words. */
const wordlessCalls = [
  ...['*Error', 'Error', 'console.*', '*.closest', '*.querySelector', '*.querySelectorAll', '*.matches'],
  ...[
    'matchMedia',
    'String.raw',
    '*.getContext',
    '*.includes',
    '*.startsWith',
    '*.endsWith',
    '*.split',
    '*.join',
  ],
  ...[
    '*.setAttribute',
    '*.addEventListener',
    'addEventListener',
    'svgElement',
    'z.*',
    'classNames',
    'Worker',
    'URL',
  ],
  ...[
    '*.replace',
    '*.replaceAll',
    '*.localeCompare',
    'Intl.*',
    '*.createElement',
    '*.createElementNS',
    '*.getItem',
  ],
  ...['*.getExtension', '*.getPropertyValue', 'CSS.supports', 'DOMException', 'RegExp', 'cssVariable'],
];

/** @type {import('eslint').Linter.Config} */
export const wordsInCatalogs = {
  files: ['src/{app,workspaces,ui,session,catalog,core,panels}/**/*.{ts,tsx}'],
  ignores: [...notShown],
  plugins: { lingui: /** @type {import('eslint').ESLint.Plugin} */ (/** @type {unknown} */ (lingui)) },
  rules: {
    'lingui/no-unlocalized-strings': [
      'error',
      {
        ignore: [
          // Kinds, ids and names of keys.
          ...[
            '^[^A-Z\\s]\\S*$',
            '^[A-Z0-9_+-]+$',
            '^(Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|Escape|Enter|Tab)$',
          ],
          // Without a word: paths of pictures, units.
          '^(?!.*([A-Za-z]{3}|\\b(of|at|to|by|is|in|on|or|no|No)\\b))',
          '^[^A-Za-z]*min[^A-Za-z]*s?$',
          '^([MLHVZ]\\s*)+$',
          // CSS and names of files.
          ...['^(translate|rgb|scale)\\(', '^\\(resolution:', '^[a-z]+, [a-z]+$', '\\.(md|json|csv|npz)$'],
          // Names.
          ...['^[·\\s]*Hourglass$', '^(Adam|RMSProp|ReLU|WebGL|WebGPU|English|Español|CodedError|Byte)$'],
        ],
        ignoreNames: wordless,
        ignoreFunctions: wordlessCalls,
        useTsTypes: true,
      },
    ],
  },
};

// Every piece of TeX that the page may show: KaTeX must parse it without a warning.
import katex from 'katex';
import { expect, test } from 'vitest';
import { controlText } from '../core/experiment/control-texts';
import { settings } from '../core/experiment/experiment';
import { activations } from './activations/registry';
import { codeKinds, gaussianKlFormula } from './code-kinds/registry';
import { corruptions } from './corruptions/registry';
import { losses } from './losses/registry';
import { optimizers } from './optimizers/registry';
import { schedules } from './schedules/registry';
import { sparsityPenalties } from './sparsity/registry';

/** The registries whose entries may have a formula. */
const registries: Record<string, Record<string, { formula?: string }>> = {
  activations,
  codeKinds,
  corruptions,
  losses,
  optimizers,
  schedules,
  sparsityPenalties,
};

const formulas: [string, string][] = [
  ...settings.flatMap((setting): [string, string][] => {
    const { symbol, formula } = controlText(setting);
    return [
      ...(symbol === undefined ? [] : [[`the symbol of ${setting}`, symbol] as [string, string]]),
      ...(formula === undefined ? [] : [[`the formula of ${setting}`, formula] as [string, string]]),
    ];
  }),
  ...Object.entries(registries).flatMap(([registry, entries]) =>
    Object.entries(entries).flatMap(([id, { formula }]): [string, string][] =>
      formula === undefined ? [] : [[`${registry}.${id}`, formula]],
    ),
  ),
  ['the KL term of a Gaussian code', gaussianKlFormula],
];

const render = (tex: string) => katex.renderToString(tex, { throwOnError: true, strict: 'error' });

test.each(formulas)('%s is valid TeX: %s', (_, tex) => {
  expect(render(tex)).toContain('<math');
});

test('invalid TeX fails', () => {
  expect(() => render(String.raw`\frac{1}{2`)).toThrow();
  expect(() => render(String.raw`\sparsity`)).toThrow();
});

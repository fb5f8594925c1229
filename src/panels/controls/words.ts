// Text for the values of the controls and for the engine's notes about them.
import { plural, t } from '@lingui/core/macro';
import { formatLocale } from '../../core/language/languages';
import type { Corruption } from '../../catalog/corruptions/corruption';
import { corruptions } from '../../catalog/corruptions/registry';
import { snrOfLevel } from '../../catalog/corruptions/signals/snr';
import { kindOf } from '../../catalog/kinds/kind';
import { losses } from '../../catalog/losses/registry';
import { sparsityPenalties } from '../../catalog/sparsity/registry';
import type { NoSuchClassNote, PlainPathNote } from '../../core/engine-api/events';
import type { Manifest } from '../../core/samples/manifest';
import type { DataKind } from '../../core/samples/sample-kind';
import {
  countText,
  decimalText,
  epochsText,
  fixedText,
  lossText,
  percentText,
  ratioText,
} from '../../core/number-text';

/**
 * `784 pixels squeezed into 16 numbers, 49 : 1`; `spread over` for a code at least as long as the input. A hidden layer that is
 * narrower than the code is the bottleneck instead.
 * @param what the name of the numbers in a sample, such as `pixels`
 * @param narrowest width of the narrowest layer, the code included
 */
export function codeText(inputs: number, what: string, codeSize: number, narrowest: number): string {
  const image = `${countText(inputs)} ${what}`;
  if (narrowest < codeSize && narrowest < inputs)
    return t`The bottleneck is a hidden layer of ${{ narrowest: countText(narrowest) }}, ${{ ratio: ratioText(inputs / narrowest) }} : 1`;
  const code = plural(codeSize, { one: '# number', other: '# numbers' });
  return codeSize < inputs
    ? t`${image} squeezed into ${code}, ${{ ratio: ratioText(inputs / codeSize) }} : 1`
    : t`${image} spread over ${code}, 1 : ${{ ratio: ratioText(codeSize / inputs) }}`;
}

const off = t({ message: 'off', comment: 'A setting that is turned off, in place of its number' });

/** The text of a setting for which 0 means off. */
export function offAtZero(value: number): string {
  return value === 0 ? off : decimalText(value);
}

/** `1 epoch`, `2.5 epochs`; `off` at 0. */
export function epochsOrOff(value: number): string {
  return value === 0 ? off : epochsText(value);
}

const registries: Readonly<Record<PlainPathNote['setting'], Readonly<Record<string, { label: string }>>>> = {
  noise: corruptions,
  loss: losses,
  sparsity: sparsityPenalties,
};

/** One sentence for a kind that the backend has no kernel for, shown under its control. */
export function plainPathText({ setting, kind }: PlainPathNote): string {
  const { label } = kindOf(registries[setting], kind);
  return t`${label} runs in plain JavaScript on this backend, so training is slower.`;
}

const dataWords: Readonly<Record<DataKind, string>> = {
  image: t`images`,
  signal: t`signals`,
  sound: t`sound`,
  spectrum: t`spectrograms`,
};

/** Why noise is chosen that is not offered: an address may ask for it, or other data were chosen since. */
export function otherDataText({ label, suits }: Pick<Corruption, 'label' | 'suits'>, data: DataKind): string {
  const madeFor = list.format(suits.map((kind) => dataWords[kind]));
  return t`${label} noise is made for ${madeFor}. It works on ${{ data: dataWords[data] }} too, but says little there.`;
}

/** `0.50`; of noise that is added at a ratio of signal to noise also the ratio: `0.50 · 10 dB`. */
export function noiseLevelText(level: number, isRatio: boolean): string {
  const text = fixedText(level, 2);
  return isRatio && level > 0 ? `${text} · ${fixedText(snrOfLevel(level), 0)} dB` : text;
}

export const snrExplanation = t`The signal-to-noise ratio falls from 30 dB near 0 to −10 dB at 1; at 0 there is no noise. The signal’s power is its variance in each sample.`;

const list = new Intl.ListFormat(formatLocale(), { type: 'conjunction' });

/** @param isAll no other class is chosen, so that all of them are trained on */
export function noSuchClassText({ classes }: NoSuchClassNote, isAll: boolean): string {
  const named = list.format(classes.map((index) => String(index)));
  return isAll
    ? plural(classes.length, {
        one: `This data set has no class number ${named}, so all classes are trained on.`,
        other: `This data set has no classes number ${named}, so all classes are trained on.`,
      })
    : plural(classes.length, {
        one: `This data set has no class number ${named}; the others are trained on.`,
        other: `This data set has no classes number ${named}; the others are trained on.`,
      });
}

/** The share of the training set that is held out: `off`, `10 %`. */
export function shareOrOff(share: number): string {
  return share === 0 ? off : percentText(share);
}

export const earlyStoppingTexts = {
  needsSplit: t`Nothing is held out, so there is no validation loss to stop by.`,
  holdOut: t`Hold out 10 % and stop`,
  holdOutExplanation: t`Sets the validation share to 10 % and early stopping to 5 epochs`,
  goBack: t`Go back`,
  goBackExplanation: t`Puts the network back to these weights and pauses`,
} as const;

/** `Best so far: 0.0123 at step 2,345`. @param isShown the views are of these weights */
export function bestText(loss: number, step: number, isShown: boolean): string {
  return isShown
    ? t`Best so far: ${{ loss: lossText(loss) }} at step ${{ step: countText(step) }}, shown now`
    : t`Best so far: ${{ loss: lossText(loss) }} at step ${{ step: countText(step) }}`;
}

export const ownDataTexts = { group: t`Your data`, add: t`Add data…` } as const;

/** `Leaves · 1,200` */
export function ownOptionText({ name, train }: Pick<Manifest, 'name' | 'train'>): string {
  return `${name} · ${countText(train.count)}`;
}

/** Why a loss cannot be chosen on signals. */
export const crossEntropyOnSignals = t`Cross-entropy reads values as probabilities, and those of a signal can be any number.`;

export const repeatTexts = {
  label: t`Repeat with other seeds`,
  explanation: t`How much of the error is chance: the mean and the spread over seeds, in Compare, Sweeps`,
} as const;

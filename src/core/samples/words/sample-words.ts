// What one sample is called on the screen, and several.
import { sampleKind, type SampleKind } from '../sample-kind';
import type { SampleShape } from '../samples';

export interface SampleWords {
  readonly kind: SampleKind;
  readonly one: string;
  readonly many: string;
  /** At the beginning of a sentence. */
  readonly oneFirst: string;
}

const words: Readonly<Record<SampleKind, SampleWords>> = {
  image: { kind: 'image', one: 'image', many: 'images', oneFirst: 'Image' },
  signal: { kind: 'signal', one: 'sample', many: 'samples', oneFirst: 'Sample' },
};

/** Before the data set is known, its samples are called images. */
export function sampleWords(kind: SampleKind = 'image'): SampleWords {
  return words[kind];
}

const ofSignals: readonly (readonly [RegExp, string])[] = [
  [/\b([Aa])n (?=image\b)/g, '$1 '],
  [/\bimage(s?)\b/g, 'sample$1'],
  [/\bImage(s?)\b/g, 'Sample$1'],
  [/\bpixel(s?)\b/g, 'value$1'],
];

/**
 * A text that is written for images, as it reads for samples of this kind: of signals it says samples and values. For texts
 * that say nothing else about what a sample looks like.
 */
export function sampleText(text: string, kind: SampleKind = 'image'): string {
  if (kind === 'image') return text;
  return ofSignals.reduce((said, [written, read]) => said.replace(written, read), text);
}

/** What the numbers of a sample are: of a colour image, each pixel has three. */
export function valuesWord(shape: SampleShape): 'pixels' | 'values' {
  return sampleKind(shape) === 'image' && shape[2] === 1 ? 'pixels' : 'values';
}

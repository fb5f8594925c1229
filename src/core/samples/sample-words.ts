// What one sample is called on the screen, and several.
import { sampleKind, type SampleKind } from './sample-kind';
import type { SampleShape } from './samples';

export interface SampleWords {
  readonly one: string;
  readonly many: string;
  /** At the beginning of a sentence. */
  readonly oneFirst: string;
}

const words: Readonly<Record<SampleKind, SampleWords>> = {
  image: { one: 'image', many: 'images', oneFirst: 'Image' },
  signal: { one: 'sample', many: 'samples', oneFirst: 'Sample' },
};

/** Before the data set is known, its samples are called images. */
export function sampleWords(kind: SampleKind = 'image'): SampleWords {
  return words[kind];
}

/** What the numbers of a sample are: of a colour image, each pixel has three. */
export function valuesWord(shape: SampleShape): 'pixels' | 'values' {
  return sampleKind(shape) === 'image' && shape[2] === 1 ? 'pixels' : 'values';
}

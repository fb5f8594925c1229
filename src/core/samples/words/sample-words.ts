// What one sample is called on the screen, and several, and texts that name samples: each is written once, as a function of these
// words, or has a wording for each kind.
import { sampleKind, type SampleKind } from '../sample-kind';
import type { SampleShape } from '../samples';

export interface SampleWords {
  readonly kind: SampleKind;
  readonly one: string;
  readonly many: string;
  /** `an image` */
  readonly a: string;
  /** At the beginning of a sentence. */
  readonly oneFirst: string;
  readonly manyFirst: string;
  /** What an error is the mean over. */
  readonly value: string;
  readonly values: string;
}

const words: Readonly<Record<SampleKind, SampleWords>> = {
  image: {
    kind: 'image',
    one: 'image',
    many: 'images',
    a: 'an image',
    oneFirst: 'Image',
    manyFirst: 'Images',
    value: 'pixel',
    values: 'pixels',
  },
  signal: {
    kind: 'signal',
    one: 'sample',
    many: 'samples',
    a: 'a sample',
    oneFirst: 'Sample',
    manyFirst: 'Samples',
    value: 'value',
    values: 'values',
  },
};

/** Before the data set is known, its samples are called images. */
export function sampleWords(kind: SampleKind = 'image'): SampleWords {
  return words[kind];
}

/** A text that may name samples. One that does is a function of what they are called. */
export type SampleText = string | ((words: SampleWords) => string);

/** The text for samples of this kind. */
export function sampleText(text: SampleText, kind?: SampleKind): string {
  return typeof text === 'string' ? text : text(sampleWords(kind));
}

/** What the numbers of a sample are: of a colour image, each pixel has three. */
export function valuesWord(shape: SampleShape): 'pixels' | 'values' {
  return sampleKind(shape) === 'image' && shape[2] === 1 ? 'pixels' : 'values';
}

// What one sample is called on the screen, and several, and texts that name samples: each is written once, as a function of these
// words, or has a wording for each kind. Translators choose words of one gender (docs/translating.md), so that other texts agree with
// whatever stands in them.
import { t } from '@lingui/core/macro';
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
    one: t({
      message: 'image',
      comment: 'What a sample is called. In Spanish a feminine word, so that all that is said of it agrees.',
    }),
    many: t({
      message: 'images',
      comment: 'What a sample is called. In Spanish a feminine word, so that all that is said of it agrees.',
    }),
    a: t`an image`,
    oneFirst: t`Image`,
    manyFirst: t`Images`,
    value: t({
      message: 'pixel',
      comment:
        'What a sample is made of. In Spanish a masculine word, so that all that is said of it agrees.',
    }),
    values: t({
      message: 'pixels',
      comment:
        'What a sample is made of. In Spanish a masculine word, so that all that is said of it agrees.',
    }),
  },
  signal: {
    kind: 'signal',
    one: t({
      message: 'sample',
      comment: 'What a sample is called. In Spanish a feminine word, so that all that is said of it agrees.',
    }),
    many: t({
      message: 'samples',
      comment: 'What a sample is called. In Spanish a feminine word, so that all that is said of it agrees.',
    }),
    a: t`a sample`,
    oneFirst: t`Sample`,
    manyFirst: t`Samples`,
    value: t({
      message: 'value',
      comment:
        'What a sample is made of. In Spanish a masculine word, so that all that is said of it agrees.',
    }),
    values: t({
      message: 'values',
      comment:
        'What a sample is made of. In Spanish a masculine word, so that all that is said of it agrees.',
    }),
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
export function valuesWord(shape: SampleShape): string {
  return sampleWords(sampleKind(shape) === 'image' && shape[2] === 1 ? 'image' : 'signal').values;
}

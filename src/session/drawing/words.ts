// What the pad says of itself, and why a file or a paste is not on it.
import { countText } from '../../core/number-text';
import type { DrawingFailure } from '../../core/samples/drawing';
import type { SampleKind } from '../../core/samples/sample-kind';
import { textOf, type WordsFor } from '../../core/words-for';

/** Each completes "photo.txt …". */
const words: WordsFor<DrawingFailure> = {
  'drawing.not-a-picture': () => 'is not a picture that this browser reads. Choose a PNG, JPEG, WebP or GIF.',
  'drawing.no-numbers': () =>
    'holds no numbers. Put one point on each line, its numbers separated by commas.',
  'drawing.not-a-number': ({ line, text }) =>
    `has “${text}” on line ${countText(line)}, which is not a number.`,
  'drawing.unequal-rows': ({ line, columns, expected }) =>
    `has ${countText(columns)} numbers on line ${countText(line)}, but ${countText(expected)} on the first.`,
  'drawing.other-channels': ({ rows, columns, channels }) =>
    `has ${countText(rows)} × ${countText(columns)} numbers. This data has ${channels === 1 ? 'one number' : `${countText(channels)} numbers`} at each of at least two points.`,
};

export function drawingFailureText(failure: DrawingFailure): string {
  return `${failure.file ?? 'What was pasted'} ${textOf(words, failure)}`;
}

export interface PadTexts {
  /** On an empty pad. */
  readonly hint: string;
  /** Under it. */
  readonly caption: string;
  readonly accepts: string;
  readonly fileExplanation: string;
}

/** @param drawingHint what to draw, where one can */
export function padTexts(kind: SampleKind, drawingHint: string): PadTexts {
  return kind === 'image'
    ? {
        hint: drawingHint,
        caption: 'Drawn',
        accepts: 'image/*',
        fileExplanation: 'A picture in place of a drawing. One can be pasted here too.',
      }
    : {
        hint: 'Choose a file of numbers, or paste them here',
        caption: 'Given',
        accepts: '.csv,.tsv,.txt,text/*',
        fileExplanation: 'Numbers, one point a line, a column for each channel. They can be pasted here too.',
      };
}

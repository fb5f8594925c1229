// What the pad says of itself, and why a file or a paste is not on it.
import { t } from '@lingui/core/macro';
import { countText, significantText } from '../../core/number-text';
import type { DrawingFailure, DrawingForm } from '../../core/samples/drawing';
import type { SampleKind } from '../../core/samples/sample-kind';
import { imageSize, type SampleShape } from '../../core/samples/samples';
import { textOf, type WordsFor } from '../../core/words-for';

/** Each completes "photo.txt …". */
const words: WordsFor<DrawingFailure> = {
  'drawing.not-a-picture': () =>
    t`is not a picture that this browser reads. Choose a PNG, JPEG, WebP or GIF.`,
  'drawing.no-numbers': () =>
    t`holds no numbers. Put one point on each line, its numbers separated by commas.`,
  'drawing.not-a-number': ({ line, text }) =>
    t`has “${text}” on line ${{ line: countText(line) }}, which is not a number.`,
  'drawing.unequal-rows': ({ line, columns, expected }) =>
    t`has ${{ columns: countText(columns) }} numbers on line ${{ line: countText(line) }}, but ${{ expected: countText(expected) }} on the first.`,
  'drawing.other-channels': ({ rows, columns, channels }) =>
    channels === 1
      ? t`has ${{ rows: countText(rows) }} × ${{ columns: countText(columns) }} numbers. This data has one number at each of at least two points.`
      : t`has ${{ rows: countText(rows) }} × ${{ columns: countText(columns) }} numbers. This data has ${{ channels: countText(channels) }} numbers at each of at least two points.`,
};

export function drawingFailureText(failure: DrawingFailure): string {
  return `${failure.file ?? t`What was pasted`} ${textOf(words, failure)}`;
}

export interface PadTexts {
  /** On an empty pad. */
  readonly hint: string;
  /** Under it. */
  readonly caption: string;
  readonly accepts: string;
  readonly fileExplanation: string;
}

/** What a drawing is brought into: `light on dark, 20 pixels across, centred by mass, strokes of 1.8 to 3.1`. */
export function formText(form: DrawingForm, shape: SampleShape): string {
  const { height, width } = imageSize(shape) ?? { height: 28, width: 28 };
  const scale = Math.min(height, width) / 28;
  const { paper, ink } = form.levels ?? { paper: 0, ink: 1 };
  const [thin, wide] = form.strokeWidth.map((stroke) => significantText(scale * stroke));
  return [
    ink > paper ? t`light on dark` : t`dark on light`,
    t`${{ scale: countText(Math.round(scale * form.boxSize)) }} pixels across`,
    form.centre === 'mass' ? t`centred by mass` : t`centred by its box`,
    ...(Number.isFinite(form.strokeWidth[1])
      ? [t`strokes ${{ thin: thin ?? '' }} to ${{ wide: wide ?? '' }} wide`]
      : []),
  ].join(', ');
}

/**
 * @param drawingHint what to draw, where one can
 * @param isDrawable false where the images are no drawings
 */
export function padTexts(kind: SampleKind, drawingHint: string, isDrawable: boolean): PadTexts {
  if (kind === 'image' && !isDrawable) {
    return {
      ...padTexts(kind, drawingHint, true),
      hint: t`These samples are not drawings: choose a picture, or paste one here`,
      caption: t`Given`,
    };
  }
  return kind === 'image'
    ? {
        hint: drawingHint,
        caption: t`Drawn`,
        accepts: 'image/*',
        fileExplanation: t`A picture instead of a drawing. You can also paste one here.`,
      }
    : {
        hint: t`Draw a line over time`,
        caption: t`Drawn`,
        accepts: '.csv,.tsv,.txt,text/*',
        fileExplanation: t`Numbers instead of a drawing: one point per line, one column per channel. You can also paste them here.`,
      };
}

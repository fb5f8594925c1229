// What a person does to a sample: the kinds of damage, what can be chosen of each, and the hole that each begins with.
import { t } from '@lingui/core/macro';
import type { DamageKind } from '../inpainting-api';
import { gridOf, type Mask } from '../mask';
import type { SampleShape } from '../../samples/samples';
import { halfMask, randomPixels, withSquare, type Half } from './areas';
import type { BrushMode } from './brush';
import { textMask } from './text-mask';

export interface DamageOptions {
  /** Diameter of the brush, in pixels. */
  readonly brushSize: number;
  readonly brushMode: BrushMode;
  /** Side of a square that is placed with a click, in pixels. */
  readonly side: number;
  readonly half: Half;
  /** Share of the pixels that are missing at random, in (0, 1). */
  readonly share: number;
  /** Of what is random. */
  readonly seed: number;
  readonly text: string;
  /** Pixels of the sample for one of a letter. */
  readonly textScale: number;
}

/** The shorter side of an image, or the length of a signal. */
function shorterSide(shape: SampleShape): number {
  const { rows, columns } = gridOf(shape);
  return rows === 1 ? columns : Math.min(rows, columns);
}

/** Inclusive ranges of the sizes, in pixels, on samples of this shape. */
export function sizeRanges(shape: SampleShape) {
  const side = shorterSide(shape);
  return {
    brushSize: { min: 1, max: Math.max(2, Math.round(side / 2)) },
    side: { min: 1, max: Math.max(2, side) },
    textScale: { min: 1, max: Math.max(1, Math.floor(side / 6)) },
  };
}

/** What is chosen at first: a brush of a seventh of the side, the square of 12 by 12 pixels of 28 that is measured too. */
export function firstOptions(shape: SampleShape): DamageOptions {
  const side = shorterSide(shape);
  return {
    brushSize: Math.max(1, Math.round(side / 7)),
    brushMode: 'remove',
    side: Math.max(1, Math.round((3 * side) / 7)),
    half: 'right',
    share: 0.5,
    seed: 1,
    text: t`Hole`,
    textScale: Math.max(1, Math.floor(side / 28)),
  };
}

/** Which kinds there are for samples of this shape: letters need two dimensions. */
export function isOffered(kind: DamageKind, shape: SampleShape): boolean {
  return kind !== 'text' || gridOf(shape).rows >= 5;
}

/** The hole that a kind of damage begins with; brush and rectangle begin with a square in the middle. */
export function firstHole(kind: DamageKind, options: DamageOptions, shape: SampleShape): Mask {
  const grid = gridOf(shape);
  switch (kind) {
    case 'brush':
    case 'rectangle': {
      const middle = { x: grid.columns / 2, y: grid.rows / 2 };
      return withSquare(new Uint8Array(grid.rows * grid.columns), grid, middle, options.side);
    }
    case 'right-half':
      return halfMask(grid, options.half);
    case 'random-pixels':
      return randomPixels(grid, options.share, options.seed);
    case 'text':
      return textMask(grid, options.text, options.textScale);
  }
}

/** Whether the hole follows from the options alone, and so changes with them. */
export function followsOptions(kind: DamageKind): boolean {
  return kind !== 'brush' && kind !== 'rectangle';
}

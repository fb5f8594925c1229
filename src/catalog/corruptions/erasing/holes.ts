// Holes of random place, size and form, so that one network learns to fill in what a person may leave out: rectangles, whole
// sides, and brush strokes (free-form masks as in Yu et al. 2019, "Free-Form Image Inpainting with Gated Convolution",
// section 3.3). On a signal, stretches of it.
import { t } from '@lingui/core/macro';
import { gridOf, type Grid, type Mask } from '../../../core/inpainting/mask';
import { pcg4d, unitInterval, words } from '../../../core/random';
import type { Corruption, NoisePlace } from '../corruption';
import { eraseBy } from './erase';

const mask: NonNullable<Corruption['mask']> = (missing, shape, level, place) => {
  const grid = gridOf(shape);
  if (level === 0) return;
  const draw = numbersAt(place);
  const form = draw(0);
  if (form < 0.5) eraseRectangle(missing, grid, level, draw);
  else if (form < 0.75) eraseSide(missing, grid, level, draw);
  else eraseStroke(missing, grid, level, draw);
};

export const holes: Corruption = {
  label: t`Holes`,
  name: t`holes`,
  summary: t`Erases a rectangle, a side or a brush stroke of random position and size; the level is its longest side as a share of the image.`,
  formula: String.raw`\tilde x_i = \begin{cases} 0 & \text{inside the hole} \\ x_i & \text{else} \end{cases}`,
  onSignals: {
    summary: t`Cuts a gap of random position and length, or cuts off one end; values there are held at the middle of the range. The level is the longest gap as a share of the length.`,
    formula: String.raw`\tilde x_i = \begin{cases} \tfrac{1}{2} & \text{in the gap} \\ x_i & \text{else} \end{cases}`,
  },
  suits: ['image', 'signal'],
  apply: eraseBy(mask),
  mask,
};

/** Uniform numbers in [0, 1) by their index, four from each hash. */
type Draw = (index: number) => number;

function numbersAt({ seed, step, sample }: NoisePlace): Draw {
  return (index) => {
    pcg4d(seed, step, sample, Math.floor(index / 4));
    return unitInterval(words[index % 4] ?? 0);
  };
}

/** Whole pixels from a quarter of the longest side that the level allows up to all of it. */
function sideOf(length: number, level: number, random: number): number {
  return Math.max(1, Math.round(length * level * (0.25 + 0.75 * random)));
}

function eraseRectangle(missing: Mask, { rows, columns }: Grid, level: number, draw: Draw): void {
  const height = Math.min(rows, sideOf(rows, level, draw(1)));
  const width = Math.min(columns, sideOf(columns, level, draw(2)));
  const top = Math.floor(draw(3) * (rows - height + 1));
  const left = Math.floor(draw(4) * (columns - width + 1));
  for (let row = top; row < top + height; row++) {
    missing.fill(1, row * columns + left, row * columns + left + width);
  }
}

/** Everything beyond an edge: the right, the left, the lower or the upper side. */
function eraseSide(missing: Mask, { rows, columns }: Grid, level: number, draw: Draw): void {
  const which = rows === 1 ? Math.floor(draw(1) * 2) : Math.floor(draw(1) * 4);
  const isUpright = which >= 2;
  const length = isUpright ? rows : columns;
  const depth = Math.min(length, sideOf(length, level, draw(2)));
  for (let at = 0; at < missing.length; at++) {
    const along = isUpright ? Math.floor(at / columns) : at % columns;
    const isGone = which % 2 === 0 ? along >= length - depth : along < depth;
    if (isGone) missing[at] = 1;
  }
}

const strokeParts = 4;

/** A brush that turns a little at every part. */
function eraseStroke(missing: Mask, grid: Grid, level: number, draw: Draw): void {
  const { rows, columns } = grid;
  const side = rows === 1 ? columns : Math.min(rows, columns);
  const radius = Math.max(0.75, side * level * (0.05 + 0.1 * draw(1)));
  let [x, y] = [draw(2) * columns, draw(3) * rows];
  let angle = 2 * Math.PI * draw(4);
  for (let part = 0; part < strokeParts; part++) {
    const length = (side * level * (0.25 + 0.75 * draw(5 + 2 * part))) / 2;
    const from = { x, y };
    x = clamp(x + length * Math.cos(angle), columns);
    y = clamp(y + length * Math.sin(angle), rows);
    eraseSegment(missing, grid, from, { x, y }, radius);
    angle += Math.PI * (draw(6 + 2 * part) - 0.5);
  }
}

function clamp(value: number, length: number): number {
  return Math.min(length, Math.max(0, value));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Every pixel whose middle is within `radius` of the segment. */
function eraseSegment(missing: Mask, { rows, columns }: Grid, from: Point, to: Point, radius: number): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const [top, bottom] = reach(from.y, to.y, radius, rows);
  const [left, right] = reach(from.x, to.x, radius, columns);
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const [px, py] = [column + 0.5 - from.x, row + 0.5 - from.y];
      const along = length === 0 ? 0 : clamp((px * dx + py * dy) / length, 1);
      const distance = (px - along * dx) ** 2 + (py - along * dy) ** 2;
      if (distance <= radius * radius) missing[row * columns + column] = 1;
    }
  }
}

function reach(a: number, b: number, radius: number, length: number): [from: number, to: number] {
  const low = Math.floor(Math.min(a, b) - radius);
  return [Math.max(0, low), Math.min(length, Math.ceil(Math.max(a, b) + radius))];
}

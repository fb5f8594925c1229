// Erases a square: the simplest inpainting task (Pathak et al. 2016, "Context Encoders", central region). On a signal, a
// stretch of it.
import { t } from '@lingui/core/macro';
import { pcg4d, unitInterval, words } from '../../../core/random';
import { imageSize, type SampleShape } from '../../../core/samples/samples';
import type { Corruption } from '../corruption';
import { eraseBy } from './erase';

const mask: NonNullable<Corruption['mask']> = (missing, shape, level, { seed, step, sample }) => {
  const { height, width } = asImage(shape);
  const { rows, columns } = erasedBlock(shape, level);
  pcg4d(seed, step, sample, 0);
  const top = Math.floor(unitInterval(words[0] ?? 0) * (height - rows + 1));
  const left = Math.floor(unitInterval(words[1] ?? 0) * (width - columns + 1));
  for (let row = top; row < top + rows; row++) {
    missing.fill(1, row * width + left, row * width + left + columns);
  }
};

export const block: Corruption = {
  label: t`Block`,
  name: t`block`,
  summary: t`Erases a square at a random position; the level is its side as a share of the image.`,
  formula: String.raw`\tilde x_i = \begin{cases} 0 & \text{inside the square} \\ x_i & \text{else} \end{cases}`,
  onSignals: {
    summary: t`Cuts a gap at a random position: every channel is held at the middle of the range there. The level is the share of the length.`,
    formula: String.raw`\tilde x_i = \begin{cases} \tfrac{1}{2} & \text{in the gap} \\ x_i & \text{else} \end{cases}`,
  },
  suits: ['image', 'signal'],
  apply: eraseBy(mask),
  mask,
};

/** Size of the erased block, in pixels. */
export function erasedBlock(shape: SampleShape, level: number): { rows: number; columns: number } {
  const { height, width } = asImage(shape);
  const side = Math.round(level * Math.min(...[height, width].filter((length) => length > 1), Infinity));
  return { rows: Math.min(side, height), columns: Math.min(side, width) };
}

/** Treats a signal `[length, channels]` as an image one row high. */
export function asImage(shape: SampleShape): { height: number; width: number; channels: number } {
  return imageSize(shape) ?? { height: 1, width: shape[0] ?? 1, channels: shape[1] ?? 1 };
}

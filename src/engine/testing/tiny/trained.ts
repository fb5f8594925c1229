// Checkpoints from the middle of training and their resized versions, for tests.
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import { withMaskChannel } from '../../../core/inpainting/mask-input';
import { uniform } from '../../../core/random';
import { initialCheckpoint } from '../../network/weights/initial-weights';
import { resize } from '../../network/surgery/surgery';
import { runPlainNetwork } from './plain-network';
import { tinyExperiment } from './tiny';

export const shape = [5, 1];
export const inputs = Array.from({ length: 8 }, (_, row) =>
  Array.from({ length: 5 }, (__, i) => uniform(1, 0, row, i)),
);

/** A network in the middle of training: every weight, bias and slot has a different value. */
export function trained(patch: ExperimentPatch = {}): Checkpoint {
  const experiment = tinyExperiment({ hidden: [6, 4], codeSize: 3, ...patch });
  const start = initialCheckpoint(experiment, shape);
  const weights = start.weights.map((weight, w) =>
    weight.map((value, i) => value + uniform(2, 0, w, i) - 0.5),
  );
  const slots = start.optimizer.slots.map((slot, s) =>
    slot.map((values, w) => values.map((_, i) => 0.1 + uniform(3, s, w, i))),
  );
  return { ...start, step: 40, samplesPassed: 640, weights, optimizer: { updates: 40, slots } };
}

export const tinyConvolutions: ExperimentPatch = { architecture: 'convolutional', convLayers: 2, filters: 4 };

export const resized = (from: Checkpoint, patch: ExperimentPatch) =>
  resize(from, { ...from.experiment, ...patch }, shape);

/** A network that reads masks is told that the darker pixels are missing. */
export const outputsOf = (checkpoint: Checkpoint) =>
  inputs.flatMap((input) => {
    const masks = Uint8Array.from(input, (value) => Number(value < 0.5));
    const isMasked = checkpoint.experiment.maskInput === 'on';
    const read = isMasked ? withMaskChannel(Float32Array.from(input), masks, shape) : input;
    return runPlainNetwork(checkpoint, shape, read).pixels;
  });

/** Entry of a kernel `[inputs, outputs]`. */
export const entry = (kernel: Float32Array | undefined, outputs: number, row: number, column: number) =>
  kernel?.[row * outputs + column];

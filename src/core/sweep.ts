// A sweep: the same experiment trained at several values of one setting, the same number of steps each. What becomes of the
// test error when only that changes; over the code size it is the curve of rate against distortion.
import { ranges, type Experiment } from './experiment';
import { withPatch } from './rules';

/** What can be swept: one number each. `depth` and `width` are those of the hidden layers. */
export const sweptSettings = [
  'codeSize',
  'noiseLevel',
  'beta',
  'targetActivation',
  'depth',
  'width',
  'learningRate',
] as const;
export type SweptSetting = (typeof sweptSettings)[number];

export interface SweepPlan {
  base: Experiment;
  setting: SweptSetting;
  /** In the order in which they are trained; no two are the same. */
  values: readonly number[];
  /** Training steps for each value. */
  steps: number;
}

/** One trained value. */
export interface SweepPoint {
  value: number;
  /** Code size it was trained with. */
  codeSize: number;
  steps: number;
  /** Mean squared error per pixel on all test images. */
  testMse: number;
  /** The ten test images it is shown with, places and classes `[10]`. */
  indices: Uint32Array;
  labels: Uint16Array;
  /** `[10, sampleSize]` each, as bytes. */
  originals: Uint8Array;
  reconstructions: Uint8Array;
}

/** The experiment that is trained for one value of the plan. */
export function experimentAt(
  { base, setting }: Pick<SweepPlan, 'base' | 'setting'>,
  value: number,
): Experiment {
  switch (setting) {
    case 'depth': {
      const hidden = Array.from(
        { length: value },
        (_, layer) => base.hidden[layer] ?? base.hidden.at(-1) ?? ranges.hiddenWidth.min,
      );
      return withPatch(base, base.architecture === 'dense' ? { hidden } : { convLayers: value });
    }
    case 'width':
      return withPatch(
        base,
        base.architecture === 'dense' ? { hidden: base.hidden.map(() => value) } : { filters: value },
      );
    default:
      return withPatch(base, { [setting]: value });
  }
}

// The examples of one gallery, out of those that were asked for together. Pure.
import type { Examples } from '../../../session/anomalies/anomaly-state';

export interface ExampleColumns {
  /** `[places, sampleSize]`, or empty. */
  readonly samples: Float32Array;
  readonly reconstructions: Float32Array;
  readonly errors: Float32Array;
}

const nothing = new Float32Array(0);
const none: ExampleColumns = { samples: nothing, reconstructions: nothing, errors: nothing };

/** In the order of `indices`; what is not among the examples stays black. */
export function columnsOf(examples: Examples | null, indices: Uint32Array, places: number): ExampleColumns {
  if (examples === null || examples.indices.length === 0) return none;
  const size = examples.samples.length / examples.indices.length;
  const gather = (from: Float32Array) => {
    const row = new Float32Array(places * size);
    indices.subarray(0, places).forEach((index, place) => {
      const at = examples.indices.indexOf(index);
      if (at >= 0) row.set(from.subarray(at * size, (at + 1) * size), place * size);
    });
    return row;
  };
  return {
    samples: gather(examples.samples),
    reconstructions: gather(examples.reconstructions),
    errors: gather(examples.errors),
  };
}

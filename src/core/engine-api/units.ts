// What the page asks about single units of a network: its weights, what it does for the sample in focus, and its activations over
// the test set. As in asking.ts, an answer names the step of its weights, and is null when there is no such run or unit.
import type { RunId, Stamp } from '../run/stamp';
import type { UnitPlace } from '../units/layer-units';
import type { Focus } from './looking';

/** The weights that lead into a unit from the layer before it. */
export interface IncomingWeights {
  /** A unit of a Gaussian code has two sets: of its mean and of its log-variance. */
  readonly into: 'unit' | 'zMean' | 'zLogVar';
  /**
   * Units of the layer before; of the input its channels, and a mask that the network reads as the last of them. A flat input has as
   * many as it has numbers.
   */
  readonly sources: number;
  /** Rows and columns of the weights from one source: a kernel, a map, or 1 by 1. */
  readonly rows: number;
  readonly columns: number;
  /** `[sources, rows * columns]`. */
  readonly weights: Float32Array;
  /** What each source adds to the sum inside the unit for the sample in focus: weights times activations, `[sources]`. */
  readonly contributions: Float32Array;
}

/** A unit, for the sample in focus. */
export interface UnitLook extends Stamp, UnitPlace {
  readonly focus: Focus;
  /** Its value, or its map, `[rows * columns]`; the mean of a Gaussian code. */
  readonly values: Float32Array;
  readonly incoming: readonly IncomingWeights[];
  /** What it adds to the sum inside each unit of the next layer, `[units]`; before the output to each of its numbers. */
  readonly outgoing: Float32Array;
  /** The output, and the output with the unit set to 0, `[sampleSize]` each. Their difference is what the unit adds. */
  readonly output: Float32Array;
  readonly without: Float32Array;
}

/** How a unit is turned: to a value everywhere, or to so many times what it is. */
export interface UnitTurn {
  readonly by: 'value' | 'factor';
  readonly amount: number;
}

/** The output for the sample in focus with one unit turned. */
export interface TurnedOutput extends Stamp, UnitPlace {
  readonly focus: Focus;
  readonly turn: UnitTurn;
  /** `[sampleSize]`. */
  readonly output: Float32Array;
}

/** The units of a layer over the test set, under the noise of the experiment. */
export interface LayerActivations extends Stamp {
  readonly boundary: number;
  readonly units: number;
  /** Test samples measured: the first so many; all of them, unless that were more numbers than a page should hold. */
  readonly count: number;
  /** `[count, units]`: a node's value; of a feature map, the value furthest from 0; of a Gaussian code, its mean. */
  readonly values: Float32Array;
}

/** At most so many numbers are sent of a layer: 20 MB. */
export const mostActivations = 5_000_000;

export interface UnitsApi {
  /** @returns null for units of the input and of the output as well */
  lookAtUnit(runId: RunId, place: UnitPlace): Promise<UnitLook | null>;
  turnUnit(runId: RunId, place: UnitPlace, turn: UnitTurn): Promise<TurnedOutput | null>;
  /**
   * The activations of a layer, chunk by chunk on a copy of the weights. A later call ends an earlier one, which then answers null;
   * so does `cancelLayerActivations`.
   * @param onShare told the completed share, in [0, 1]
   */
  layerActivations(
    runId: RunId,
    boundary: number,
    onShare: (share: number) => void,
  ): Promise<LayerActivations | null>;
  cancelLayerActivations(): void;
}

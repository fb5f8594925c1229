// What counts as a unit of a layer: a node of a flat layer, or a whole feature map. Values of a layer have the unit last.
import { sampleSize } from '../samples/samples';

/** A unit by the boundary that it writes to (0 is the input) and its number there, from 0. */
export interface UnitPlace {
  readonly boundary: number;
  readonly unit: number;
}

export interface LayerUnits {
  readonly units: number;
  /** Size of the map of one unit; 1 by 1 for a node. */
  readonly rows: number;
  readonly columns: number;
}

/** The units between two layers, `[nodes]` or `[height, width, maps]`. */
export function layerUnits(shape: readonly number[]): LayerUnits {
  if (shape.length < 2) return { units: shape[0] ?? 1, rows: 1, columns: 1 };
  const units = shape.at(-1) ?? 1;
  const rows = shape[0] ?? 1;
  return { units, rows, columns: sampleSize(shape) / units / rows };
}

/** The values of one unit, `[rows * columns]`, out of those of its layer. */
export function valuesOf(values: Float32Array, units: number, unit: number): Float32Array {
  const own = new Float32Array(values.length / units);
  for (let place = 0; place < own.length; place++) own[place] = values[place * units + unit] ?? 0;
  return own;
}

/**
 * One number for each unit, `[units]`: its value, or that of its map which is furthest from 0. A map that never leaves 0 is so
 * told from one that does anywhere.
 */
export function unitValues(values: Float32Array, units: number): Float32Array {
  const furthest = values.slice(0, units);
  for (let at = units; at < values.length; at++) {
    const unit = at % units;
    if (Math.abs(values[at] ?? 0) > Math.abs(furthest[unit] ?? 0)) furthest[unit] = values[at] ?? 0;
  }
  return furthest;
}

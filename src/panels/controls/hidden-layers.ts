// Changes to the list of hidden layer widths, for the controls.
import { ranges } from '../../core/experiment/experiment';

/** The first `count` layers; each added layer has half the nodes of the layer before it. */
export function withLayerCount(hidden: readonly number[], count: number): number[] {
  const widths = hidden.slice(0, count);
  while (widths.length < count) {
    const half = Math.round((widths.at(-1) ?? ranges.hiddenWidth.max) / 2);
    widths.push(Math.max(ranges.hiddenWidth.min, half));
  }
  return widths;
}

export function withWidth(hidden: readonly number[], layer: number, width: number): number[] {
  return hidden.map((before, index) => (index === layer ? width : before));
}

// Activations as stacked stripes, the first node at the top, or as feature maps: a mosaic (paint-maps.ts), or bands over time
// (paint-bands.ts). Drawn on a
// canvas: thousands of nodes, ten times a second.
import { channelsOf } from '../../canvas-channels';
import type { DiagramLayer } from '../diagram-layer';
import { hasBands, hasMaps } from '../hourglass-geometry';
import type { Column } from '../hourglass-geometry';
import { paintBands } from './paint-bands';
import { paintMaps } from './paint-maps';

const faintest = 0.1;

/**
 * Strength of each of `stripes` equal parts of a layer, in [0, 1]: the mean of |activation| over the nodes that fall into the
 * part, divided by the largest such mean. All zero when the layer is silent.
 */
export function stripeStrengths(activations: Float32Array, stripes: number): Float32Array {
  const strengths = new Float32Array(stripes);
  let largest = 0;
  for (let stripe = 0; stripe < stripes; stripe++) {
    const from = Math.floor((stripe * activations.length) / stripes);
    const to = Math.max(from + 1, Math.floor(((stripe + 1) * activations.length) / stripes));
    let sum = 0;
    for (let node = from; node < to; node++) sum += Math.abs(activations[node] ?? 0);
    const mean = sum / (to - from);
    strengths[stripe] = Number.isFinite(mean) ? mean : 0;
    largest = Math.max(largest, strengths[stripe] ?? 0);
  }
  if (largest > 0) for (let stripe = 0; stripe < stripes; stripe++) strengths[stripe]! /= largest;
  return strengths;
}

/** Draws every layer; `ratio` is device pixels per CSS pixel. Layers without activations get an even tint. */
export function paintActivations(
  context: CanvasRenderingContext2D,
  columns: readonly Column[],
  layers: readonly Pick<DiagramLayer, 'shape' | 'activations' | 'hasSpread'>[],
  colour: string,
  ratio: number,
): void {
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.fillStyle = colour;
  const rgb = channelsOf(context);
  columns.forEach((column, index) => {
    const layer = layers[index];
    if (!layer) return;
    const { shape, activations, hasSpread = false } = layer;
    if (hasBands(shape)) {
      paintBands(context, column, shape, activations, rgb, ratio);
    } else if (hasMaps(shape)) {
      paintMaps(context, column, shape, activations, rgb, ratio);
    } else if (hasSpread) {
      // The spreads of one image are not among the activations: their half keeps its tint.
      const half = { ...column, width: (column.width - 2) / 2 };
      paintStripes(context, half, activations, ratio);
      paintStripes(context, { ...half, x: column.x + half.width + 2 }, null, ratio);
    } else {
      paintStripes(context, column, activations, ratio);
    }
  });
  context.globalAlpha = 1;
}

/** Stripes on whole device pixels, so they are crisp; a layer with more nodes than pixels gets one stripe per pixel. */
function paintStripes(
  context: CanvasRenderingContext2D,
  column: Column,
  activations: Float32Array | null,
  ratio: number,
): void {
  const left = Math.round(column.x * ratio);
  const right = Math.round((column.x + column.width) * ratio);
  const top = Math.round(column.y * ratio);
  const height = Math.max(1, Math.round(column.height * ratio));
  context.globalAlpha = faintest;
  context.fillRect(left, top, right - left, height);
  if (!activations || activations.length === 0) return;
  const stripes = Math.min(activations.length, height);
  const gap = height / stripes >= 4 * ratio ? Math.max(1, Math.round(ratio)) : 0;
  const strengths = stripeStrengths(activations, stripes);
  for (let stripe = 0; stripe < stripes; stripe++) {
    const strength = strengths[stripe] ?? 0;
    if (strength < 0.02) continue;
    const from = Math.round((stripe * height) / stripes);
    const to = Math.round(((stripe + 1) * height) / stripes);
    context.globalAlpha = strength;
    context.fillRect(left, top + from, right - left, Math.max(1, to - from - gap));
  }
}

// Activations as stacked stripes, the first node at the top. Drawn on a canvas: some 2,000 nodes, ten times a second.
import type { Column } from './hourglass-geometry';

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

/**
 * Draws every layer's stripes; `ratio` is device pixels per CSS pixel. Stripes lie on whole device pixels, so they are crisp;
 * a layer with more nodes than device pixels gets one stripe per pixel. Layers without activations get an even tint.
 */
export function paintActivations(
  context: CanvasRenderingContext2D,
  columns: readonly Column[],
  activations: readonly (Float32Array | null)[],
  colour: string,
  ratio: number,
): void {
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.fillStyle = colour;
  columns.forEach((column, index) => {
    const left = Math.round(column.x * ratio);
    const right = Math.round((column.x + column.width) * ratio);
    const top = Math.round(column.y * ratio);
    const height = Math.max(1, Math.round(column.height * ratio));
    context.globalAlpha = faintest;
    context.fillRect(left, top, right - left, height);
    const layer = activations[index];
    if (!layer || layer.length === 0) return;
    const stripes = Math.min(layer.length, height);
    const gap = height / stripes >= 4 * ratio ? Math.max(1, Math.round(ratio)) : 0;
    const strengths = stripeStrengths(layer, stripes);
    for (let stripe = 0; stripe < stripes; stripe++) {
      const strength = strengths[stripe] ?? 0;
      if (strength < 0.02) continue;
      const from = Math.round((stripe * height) / stripes);
      const to = Math.round(((stripe + 1) * height) / stripes);
      context.globalAlpha = strength;
      context.fillRect(left, top + from, right - left, Math.max(1, to - from - gap));
    }
  });
  context.globalAlpha = 1;
}

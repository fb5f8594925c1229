// What a map needs from whatever puts its points on the screen: WebGL (webgl-points.ts) or, without it, a 2D canvas
// (canvas-points.ts).
import type { ElementSize } from '../../element-size';
import type { ViewTransform } from '../frame/fit-frame';

/** Points in normalised units (see fit-frame.ts), `[n]` each. */
export interface MapPoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Index of each point into the colours. */
  readonly categories: Uint8Array;
}

export interface PointStyle {
  /** Hex colours. */
  readonly colours: readonly string[];
  /** The place of the first colour of what steps back; the number of colours where nothing does. */
  readonly palesFrom: number;
  /** Diameter in CSS pixels. */
  readonly size: number;
  /** In [0, 1]. */
  readonly opacity: number;
}

export interface PointRenderer {
  setPoints(points: MapPoints): void;
  setStyle(style: PointStyle): void;
  setView(view: ViewTransform): void;
  setSize(size: ElementSize): void;
  /** Gives everything back; the canvas may then be used by another renderer. */
  dispose(): void;
}

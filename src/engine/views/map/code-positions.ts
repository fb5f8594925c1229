// Positions of codes on the map of a run. The plane follows the codes during training.
import { fitProjection, planeOf, project, type Projection } from './code-map';
import type { CodePlane, LatentMap } from '../../../core/engine-api/looking';

/** The positions of codes on the latest map. */
export class CodePositions {
  #projection: Projection | null = null;

  /** Whether there is a map yet. */
  get isFitted(): boolean {
    return this.#projection !== null;
  }

  /** The position of a code; null before the first map, and when the map is of another code size. */
  of(code: Float32Array): readonly [number, number] | null {
    if (this.#projection?.codeSize !== code.length) return null;
    const [x = 0, y = 0] = project(code, this.#projection);
    return [x, this.#projection.axes === 'code-jitter' ? 0 : y];
  }

  /** Fits the plane to codes `[n, codeSize]` and projects them onto it. */
  async fit(
    codes: Float32Array,
    codeSize: number,
  ): Promise<Pick<LatentMap, 'points' | 'axes' | 'explained'> & { plane: CodePlane }> {
    const projection = await fitProjection(codes, codeSize, this.#projection);
    this.#projection = projection;
    const { axes, explained } = projection;
    return { points: project(codes, projection), axes, explained, plane: planeOf(projection) };
  }
}

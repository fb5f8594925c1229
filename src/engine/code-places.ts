// Where codes lie on the map of a run: the plane follows the codes as training goes on.
import { fitProjection, planeOf, project, type Projection } from './code-map';
import type { CodePlane, LatentMap } from '../core/engine-api';

/** The places of codes on the latest map. */
export class CodePlaces {
  #projection: Projection | null = null;

  /** Whether there is a map yet. */
  get known(): boolean {
    return this.#projection !== null;
  }

  /** Where a code lies; null before the first map, and where the map is of codes of another size. */
  of(code: Float32Array): readonly [number, number] | null {
    if (this.#projection?.codeSize !== code.length) return null;
    const [x = 0, y = 0] = project(code, this.#projection);
    return [x, this.#projection.axes === 'code-jitter' ? 0 : y];
  }

  /** Fits the plane to codes `[n, codeSize]` and places them on it. */
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

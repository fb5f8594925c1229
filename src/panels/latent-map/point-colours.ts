// How the points of the map look, and what says so.
import type { ReactNode } from 'react';

export interface PointColours {
  /** Index of each point into `colours`, `[n]`. */
  readonly categories: Uint8Array;
  readonly colours: readonly string[];
  /** Written over the classes, where the colours are classes. */
  readonly names?: readonly string[];
  /** Categories that are not shown. */
  readonly hidden?: ReadonlySet<number>;
  readonly legend: ReactNode;
}

// What stands beside the maps, in words.
import type { CodePlane } from '../../core/engine-api';
import { countText, percentText } from '../../core/number-text';
import type { MapAxes } from '../../session/explore-store';
import type { UmapMap } from '../../session/umap-store';

/** What the two axes of the code's map are. */
export function axesWords(axes: MapAxes, plane: CodePlane, umap: UmapMap | null): string {
  if (axes.kind === 'units') return `unit ${axes.x + 1} across, unit ${axes.y + 1} up`;
  if (axes.kind === 'umap') return umap ? `UMAP of ${countText(umap.count)} test images` : 'UMAP';
  if (plane.axes === 'code') return 'the two numbers of the code';
  if (plane.axes === 'code-jitter') return 'the one number of the code; up and down is chance';
  const share = plane.explained
    ? `: ${percentText(plane.explained[0] + plane.explained[1])} of its variance`
    : '';
  return `2 principal axes of the code${share}`;
}

/** Share of the images' variance on the first two components of PCA, in words. */
export function pcaWords(deviations: Float32Array): string {
  let all = 0;
  for (const deviation of deviations) all += deviation * deviation;
  const [first = 0, second = 0] = deviations;
  return `first 2 components: ${percentText((first * first + second * second) / (all || 1))} of the variance`;
}

/** What a number at a place means. */
export const sparsityMeaning =
  "Hoyer's sparsity of the code: 0 where all units are equally far from 0, 1 where a single one is not 0.";
export const errorMeaning = 'Mean squared error per pixel of the reconstruction.';

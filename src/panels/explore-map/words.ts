// Text beside the maps, and in place of them.
import type { PcaModel } from '../../core/analysis-api';
import type { CodePlane, TestCodes } from '../../core/engine-api/looking';
import { areAllEqual } from '../../core/latent/distinct-codes';
import { countText, percentText } from '../../core/number-text';
import { varianceKept } from '../../core/pca/pca-samples';
import type { MapAxes } from '../../session/explore/exploration';
import type { UmapMap } from '../../session/analysis/umap';
import { allEqualText } from '../../session/explore/words';

/** Describes the two axes of the code map. */
export function axesWords(axes: MapAxes, plane: CodePlane, umap: UmapMap | null): string {
  if (axes.kind === 'units') return `unit ${axes.x + 1} across, unit ${axes.y + 1} up`;
  if (axes.kind === 'umap') return umap ? `UMAP of ${countText(umap.count)} codes` : 'UMAP';
  if (plane.axes === 'code') return 'the two numbers of the code';
  if (plane.axes === 'code-jitter') return 'the one number of the code; the vertical axis is random';
  const share = plane.explained
    ? `: ${percentText(plane.explained[0] + plane.explained[1])} of its variance`
    : '';
  return `2 principal axes of the code${share}`;
}

/** The share of the images' variance explained by the first two PCA components. */
export function pcaWords(model: Pick<PcaModel, 'trainMse'>): string {
  return `first 2 components: ${percentText(varianceKept(model, 2))} of the variance`;
}

/** How many codes are distinct; null where all are. Equal codes are one point of the map. */
export function distinctText(count: number, distinct: number): string | null {
  return distinct < count ? `${countText(distinct)} distinct codes` : null;
}

/** Why there is no map of the codes, and what to do; null where there is one. */
export function noMapText(
  axes: MapAxes,
  { codes, codeSize }: Pick<TestCodes, 'codes' | 'codeSize'>,
  umap: UmapMap | null,
): string | null {
  const count = codes.length / codeSize;
  if (axes.kind === 'umap') {
    if (umap === null) return umapMeaning;
    if (umap.points !== null) return null;
    if (umap.distinct === 1) return allEqualText(umap.count);
    return `The ${countText(umap.count)} codes take only ${umap.distinct} different values, too few to have neighbourhoods. Train on, then compute it again.`;
  }
  if (areAllEqual(codes, codeSize)) return allEqualText(count);
  if (axes.kind === 'plane' || !isConstant(axes.x) || !isConstant(axes.y)) return null;
  const units = axes.x === axes.y ? `Unit ${axes.x + 1} is` : `Units ${axes.x + 1} and ${axes.y + 1} are`;
  return `${units} the same in every code, so all points coincide. Choose other units.`;

  function isConstant(unit: number): boolean {
    for (let i = unit; i < codes.length; i += codeSize) if (codes[i] !== codes[unit]) return false;
    return true;
  }
}

const umapMeaning =
  'UMAP lays the codes out so that neighbours stay neighbours. It has no inverse, so points here cannot be decoded: ' +
  'there is no manifold, and the pointer decodes the code of the nearest point.';

/** Beside the legend of more classes than there are colours. */
export function sharedColoursText(classCount: number): string | undefined {
  return classCount > 10 ? 'Classes share ten colours. Choose one to see it by itself.' : undefined;
}

export const equalSamplesText = 'All samples are equal, so PCA has nothing to map.';

export const sparsityMeaning =
  "Hoyer's sparsity of the code: 0 where all units are equally far from 0, 1 where a single one is not 0.";

// Text beside the maps, and in place of them.
import { t } from '@lingui/core/macro';
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
  if (axes.kind === 'units') return t`unit ${{ x: axes.x + 1 }} across, unit ${{ y: axes.y + 1 }} up`;
  if (axes.kind === 'umap') return umap ? t`UMAP of ${{ count: countText(umap.count) }} codes` : 'UMAP';
  if (plane.axes === 'code') return t`the two numbers of the code`;
  if (plane.axes === 'code-jitter') return t`the one number of the code; the vertical axis is random`;
  return plane.explained
    ? t`2 principal axes of the code: ${{ share: percentText(plane.explained[0] + plane.explained[1]) }} of its variance`
    : t`2 principal axes of the code`;
}

/** The share of the images' variance explained by the first two PCA components. */
export function pcaWords(model: Pick<PcaModel, 'trainMse'>): string {
  return t`first 2 components: ${{ share: percentText(varianceKept(model, 2)) }} of the variance`;
}

/** How many codes are distinct; null where all are. Equal codes are one point of the map. */
export function distinctText(count: number, distinct: number): string | null {
  return distinct < count ? t`${{ distinct: countText(distinct) }} distinct codes` : null;
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
    return t`The ${{ count: countText(umap.count) }} codes take only ${{ distinct: umap.distinct }} different values, too few to have neighbourhoods. Train on, then compute it again.`;
  }
  if (areAllEqual(codes, codeSize)) return allEqualText(count);
  if (axes.kind === 'plane' || !isConstant(axes.x) || !isConstant(axes.y)) return null;
  return axes.x === axes.y
    ? t`Unit ${{ x: axes.x + 1 }} is the same in every code, so all points coincide. Choose other units.`
    : t`Units ${{ x: axes.x + 1 }} and ${{ y: axes.y + 1 }} are the same in every code, so all points coincide. Choose other units.`;

  function isConstant(unit: number): boolean {
    for (let i = unit; i < codes.length; i += codeSize) if (codes[i] !== codes[unit]) return false;
    return true;
  }
}

const umapMeaning = t`UMAP lays the codes out so that neighbours stay neighbours. It has no inverse, so points here cannot be decoded: there is no manifold, and the pointer decodes the code of the nearest point.`;

/** Beside the legend of more classes than there are colours. */
export function sharedColoursText(classCount: number): string | undefined {
  return classCount > 10 ? t`Classes share ten colours. Choose one to see it by itself.` : undefined;
}

export const equalSamplesText = t`All samples are equal, so PCA has nothing to map.`;

export const sparsityMeaning = t`Hoyer’s sparsity of the code: 0 where all units are equally far from 0, 1 where a single one is not 0.`;

// The rows of the unit raster: the ten test images, with the diagram's image above them if it is a different one.
import { t } from '@lingui/core/macro';
import type { Snapshot } from '../../../core/engine-api/looking';
import { classOf } from '../../../core/samples/dataset-info';
import { sampleSize } from '../../../core/samples/samples';
import { sampleWords } from '../../../core/samples/words/sample-words';
import { countText } from '../../../core/number-text';
import type { RunFacts } from '../../../session/runs/run';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import type { RasterRow } from '../../../ui/units/unit-raster';
import { activeUnits, codesOf, focusBeside } from './unit-facts';

export interface UnitRow extends RasterRow {
  /** `a 7`, `your drawing`. */
  readonly name: string;
  /** Index in the test set, or null for an image that is not one of the ten. */
  readonly index: number | null;
}

/** The rows, or null if the snapshot's code size differs. @param counts whether to count active units */
export function unitRows(
  snapshot: Snapshot,
  { dataset }: RunFacts,
  codeSize: number,
  threshold: number,
  counts: boolean,
): UnitRow[] | null {
  const codes = codesOf(snapshot, codeSize);
  const { shape } = dataset;
  if (codes === null) return null;
  const { focus, indices, labels, original } = snapshot;
  const row = (key: string, name: string, code: Float32Array, image: Float32Array): UnitRow => ({
    key,
    name,
    code,
    picture: <SamplePicture label={name} info={dataset} values={image} />,
    note: counts ? String(activeUnits(code, threshold)) : '',
    picked: false,
    index: null,
  });
  const pixels = sampleSize(shape);
  const ten = codes.map((code, place): UnitRow => {
    const index = indices[place] ?? 0;
    const image = original.subarray(place * pixels, (place + 1) * pixels);
    const name = classOf(dataset, labels[place]) ?? t`no. ${{ index: countText(index) }}`;
    const picked = focus.kind === 'sample' && focus.index === index;
    return { ...row(String(place), name, code, image), picked, index };
  });
  const beside = focusBeside(snapshot, shape);
  if (!beside) return ten;
  const name =
    focus.kind === 'drawing'
      ? t`your drawing`
      : t`the ${{ one: sampleWords(dataset.kind).one }} in the diagram`;
  return [{ ...row('focus', name, beside.code, beside.image), picked: true }, ...ten];
}

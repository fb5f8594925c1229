// The rows of the raster of units: the ten test images, and above them the image in the diagram where it is another one.
import type { Snapshot } from '../../core/engine-api';
import { imageSize, sampleSize } from '../../core/samples';
import type { RunFacts } from '../../session/run';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import type { RasterRow } from '../../ui/units/unit-raster';
import { activeUnits, codesOf, focusBeside } from './unit-facts';

export interface UnitRow extends RasterRow {
  /** `a 7`, `your drawing`. */
  readonly name: string;
  /** Place in the test set, or null for an image that is not one of the ten. */
  readonly index: number | null;
}

/** The rows, or null where the snapshot is of a code of another length. @param counts whether to count active units */
export function unitRows(
  snapshot: Snapshot,
  { sampleShape, classNames }: RunFacts,
  codeSize: number,
  threshold: number,
  counts: boolean,
): UnitRow[] | null {
  const codes = codesOf(snapshot, codeSize);
  const size = imageSize(sampleShape);
  if (codes === null || size === null) return null;
  const { focus, indices, labels, original } = snapshot;
  const row = (key: string, name: string, code: Float32Array, image: Float32Array): UnitRow => ({
    key,
    name,
    code,
    picture: <PixelImage label={name} values={image} {...size} />,
    note: counts ? String(activeUnits(code, threshold)) : '',
    picked: false,
    index: null,
  });
  const pixels = sampleSize(sampleShape);
  const ten = codes.map((code, place): UnitRow => {
    const index = indices[place] ?? 0;
    const image = original.subarray(place * pixels, (place + 1) * pixels);
    const name = classNames[labels[place] ?? -1] ?? 'unnamed';
    const picked = focus.kind === 'sample' && focus.index === index;
    return { ...row(String(place), name, code, image), picked, index };
  });
  const beside = focusBeside(snapshot, sampleShape);
  if (!beside) return ten;
  const name = focus.kind === 'drawing' ? 'your drawing' : 'the image in the diagram';
  return [{ ...row('focus', name, beside.code, beside.image), picked: true }, ...ten];
}

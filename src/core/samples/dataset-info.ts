// What everything may ask about a data set without having its bytes. It travels with the engine's `started`.
import type { Manifest } from './manifest';
import { sampleKind, type DataKind, type SampleKind } from './sample-kind';
import type { SampleShape } from './samples';
import type { SeriesWindows } from './series/series-windows';
import type { ValueUnits } from './value-units';

export interface DatasetInfo extends ValueUnits {
  /** As in `experiment.dataset`. */
  readonly id: string;
  readonly name: string;
  readonly kind: SampleKind;
  readonly shape: SampleShape;
  /** Empty where the samples have no labels; every label is 0 then. */
  readonly classNames: readonly string[];
  readonly trainCount: number;
  readonly testCount: number;
  readonly licence: string;
  readonly attribution: string;
  /** Where the samples lie in the recordings that they were cut from. */
  readonly windows?: SeriesWindows;
  /** Of its samples (`data/dataset-checksum.ts`), 64 hexadecimal digits; absent where nothing has read them. */
  readonly checksum?: string;
}

/** The data set of pieces of spectrograms. */
const spectrumId = 'piano-spectrum';
/** Points in a second from which on a recording is sound: the telephone's 8,000, and a little less. */
const leastSoundRate = 4000;

/** What data with such samples are. @param info its id is that of the data set, where it has one */
export function dataKind({
  id = '',
  shape,
  windows,
}: Pick<DatasetInfo, 'shape' | 'windows'> & Partial<Pick<DatasetInfo, 'id'>>): DataKind {
  if (id === spectrumId) return 'spectrum';
  const kind = sampleKind(shape);
  return kind === 'signal' && (windows?.rate ?? 0) >= leastSoundRate ? 'sound' : kind;
}

/** Whether there are classes to tell apart: labels, and more than one of them. */
export function hasClasses({ classNames }: Pick<DatasetInfo, 'classNames'>): boolean {
  return classNames.length > 1;
}

/** The name of a class; null where samples have no classes, or where the label is not known. */
export function classOf(info: Pick<DatasetInfo, 'classNames'>, label: number | undefined): string | null {
  if (!hasClasses(info) || label === undefined) return null;
  return info.classNames[label] ?? null;
}

/** @param id as in `experiment.dataset` */
export function datasetInfo(id: string, manifest: Manifest): DatasetInfo {
  const {
    name,
    sampleShape,
    valueRange,
    placeRanges,
    classNames,
    train,
    test,
    licence,
    attribution,
    windows,
  } = manifest;
  return {
    id,
    name,
    kind: sampleKind(sampleShape),
    shape: sampleShape,
    valueRange,
    ...(placeRanges && { placeRanges }),
    classNames,
    trainCount: train.count,
    testCount: test.count,
    licence,
    attribution,
    ...(windows && { windows }),
  };
}

// What an export says beside samples and labels, so that it becomes the same data set again. What makes no sense counts as not said.
import { seriesWindowsSchema } from '../../../../core/samples/series/series-windows';
import type { ValueRange } from '../../../../core/samples/value-units';
import type { Job } from '../../job';
import type { ExportedFacts } from '../../parsed';
import { product, type ArrayFile } from '../array-file';
import { exportNames } from '../name-hint';
import { readTexts } from '../read-labels';
import { readValues } from '../read-numbers';

/** Longer ones are not what an export writes. */
const mostBytes = 64 * 2 ** 20;

export async function readExported(arrays: ReadonlyMap<string, ArrayFile>, job: Job): Promise<ExportedFacts> {
  const named = (name: string) => {
    const array = arrays.get(name);
    return array && array.blob.size <= mostBytes ? array : undefined;
  };
  const windows = named(exportNames.windows);
  const [valueRange] = (await readRanges(named(exportNames.valueRange), job)) ?? [];
  return {
    valueRange: valueRange ?? null,
    placeRanges: await readRanges(named(exportNames.placeRanges), job),
    windows: windows?.type === 'U' ? await readWindows(windows, job) : null,
  };
}

async function readRanges(array: ArrayFile | undefined, job: Job): Promise<ValueRange[] | null> {
  if (array?.type !== 'f4' || product(array.shape) % 2 !== 0 || array.isFortran) return null;
  const values = await readValues(array, job, () => undefined);
  const ranges = Array.from({ length: values.length / 2 }, (_, place): ValueRange => {
    return [values[2 * place]!, values[2 * place + 1]!];
  });
  return ranges.every(([least, greatest]) => least <= greatest) ? ranges : null;
}

async function readWindows(array: ArrayFile, job: Job): Promise<ExportedFacts['windows']> {
  const texts = await readTexts(array, job, () => undefined);
  try {
    const [facts, ...recordings] = texts.map((text): unknown => JSON.parse(text));
    return seriesWindowsSchema.safeParse({ ...(facts as object), recordings }).data ?? null;
  } catch {
    return null;
  }
}

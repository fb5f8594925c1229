// Parsed files made by hand, and drafts of them.
import { importFailureOf, type ImportFailure } from '../../../../core/import/import-failure';
import type { ParsedArrays, ParsedSounds, ParsedSplit, ParsedTable } from '../../parsed';
import { makeDraft, type Draft, type Material } from '../draft';
import type { Chosen } from '../form/chosen';

export function draftOf(material: Material, chosen: Chosen = {}): Promise<Draft> {
  return makeDraft(material, chosen, 'Test', () => undefined, new AbortController().signal);
}

/** What a draft fails with; null where the failure has no code of an import. */
export async function failureOf(material: Material, chosen: Chosen = {}): Promise<ImportFailure | null> {
  const error: unknown = await draftOf(material, chosen).then(
    () => Promise.reject(new Error('It did not fail.')),
    (thrown: unknown) => thrown,
  );
  return importFailureOf(error);
}

const nothingTold = { leftOut: [], notes: [], sets: null };

interface Numbers {
  count: number;
  shape: readonly number[];
  value: (sample: number, place: number) => number;
  /** Bytes unless stated. */
  floats?: boolean;
  label?: (sample: number) => number;
}

function split({ count, shape, value, floats = false, label }: Numbers): ParsedSplit {
  const size = shape.reduce((product, side) => product * side, 1);
  const values = floats ? new Float32Array(count * size) : new Uint8Array(count * size);
  for (let at = 0; at < values.length; at++) values[at] = value(Math.floor(at / size), at % size);
  const labels = label ? Uint16Array.from({ length: count }, (_, index) => label(index)) : null;
  return { values, shape, count, labels };
}

export function arrays(train: Numbers, test?: Numbers, classNames: string[] | null = null): ParsedArrays {
  return {
    kind: 'arrays',
    format: 'npz',
    train: split(train),
    test: test ? split(test) : null,
    classNames,
    exported: { valueRange: null, placeRanges: null, windows: null },
    ...nothingTold,
  };
}

/** A column of numbers, or of text. */
export function table(
  columns: Record<string, readonly (number | string)[]>,
  likelyLabel: number | null = null,
  testFrom: number | null = null,
): ParsedTable {
  const all = Object.entries(columns);
  return {
    kind: 'table',
    file: 'table.csv',
    hasHeader: true,
    rows: all[0]?.[1].length ?? 0,
    columns: all.map(([name, cells]) => {
      const names = [...new Set(cells.map(String))];
      const isNumeric = cells.every((cell) => typeof cell === 'number');
      return {
        name,
        numbers: isNumeric ? Float32Array.from(cells) : null,
        classes:
          names.length > 1000
            ? null
            : { names, indices: Uint16Array.from(cells, (cell) => names.indexOf(String(cell))) },
      };
    }),
    likelyLabel,
    testFrom,
    files: [{ path: 'table.csv', from: 0 }],
    places: null,
    times: [],
    ...nothingTold,
  };
}

/** Sound at 8 kHz by its path. */
export function sounds(
  all: Record<string, Float32Array>,
  classNames: string[] | null = null,
  labels: readonly number[] = [],
): ParsedSounds {
  const parsed = Object.entries(all).map(([path, samples], at) => {
    return { path, samples, label: labels[at] ?? 0, split: null };
  });
  return { kind: 'sounds', rate: 8000, sounds: parsed, classNames, ...nothingTold };
}

/** A fixed scatter of whole numbers from 0 to 255. */
export function noise(sample: number, place: number): number {
  return (Math.imul(sample * 7919 + place * 104_729 + 17, 2_654_435_761) >>> 24) & 255;
}

// Labels of arrays: whole numbers, one-hot rows or texts become class indices. QMNIST has eight whole numbers for each sample, of
// which the first is the class (Yadav and Bottou, "Cold Case: the Lost MNIST Digits", 2019).
import { fail } from '../fail';
import { readPieces } from '../files/read-blob';
import type { Job } from '../job';
import { maxClasses } from '../limits';
import { naturalOrder } from '../natural-order';
import { product, sampleNumbers, type ArrayFile } from './array-file';
import { readLabelNumbers, type OnBytes } from './read-numbers';

/** The label of each sample as the file has it: a whole number, or a text. */
export type RawLabels = Float64Array | readonly string[];

export async function readLabels(array: ArrayFile, job: Job, onBytes: OnBytes): Promise<RawLabels> {
  if (array.type === 'U' || array.type === 'S') {
    const texts = await readTexts(array, job, onBytes);
    const place = texts.indexOf('');
    if (place >= 0) failLabel(array, place, '');
    return texts;
  }
  const numbers = await readLabelNumbers(array, job, onBytes);
  if (sampleNumbers(array) > 1) {
    const first = firstNumbers(array, numbers);
    if (first === null) return fromOneHot(array, numbers);
    job.note({ code: 'import.note.first-of-labels', file: array.file, numbers: sampleNumbers(array) });
    return first;
  }
  const place = numbers.findIndex((value) => !Number.isSafeInteger(value));
  if (place >= 0) failLabel(array, place, String(numbers[place]));
  return numbers;
}

/** The first number of each row, where an IDX file has several integers for each sample; null where these may be one-hot. */
function firstNumbers(array: ArrayFile, rows: Float64Array): Float64Array | null {
  if (array.format !== 'idx' || array.shape.length !== 2 || !/^[iu]/.test(array.type)) return null;
  if (rows.every((value) => value === 0 || value === 1)) return null;
  const numbers = sampleNumbers(array);
  return Float64Array.from({ length: rows.length / numbers }, (_, sample) => rows[sample * numbers] ?? 0);
}

/** Rows with a single 1 among zeros, `[n, classes]`, become the places of the 1. */
function fromOneHot(array: ArrayFile, rows: Float64Array): Float64Array {
  const classes = sampleNumbers(array);
  const labels = new Float64Array(rows.length / classes);
  for (let sample = 0; sample < labels.length; sample++) {
    const row = rows.subarray(sample * classes, (sample + 1) * classes);
    const hot = row.indexOf(1);
    const isOneHot = hot >= 0 && row.every((value, index) => value === (index === hot ? 1 : 0));
    if (!isOneHot) failLabel(array, sample, row.subarray(0, 8).join(' '));
    labels[sample] = hot;
  }
  return labels;
}

/** Texts of a fixed length, padded with zeros: `U` has a 32-bit code point a character, `S` a byte. */
export async function readTexts(array: ArrayFile, job: Job, onBytes: OnBytes): Promise<string[]> {
  const { file, blob, start, type, elementBytes, isLittleEndian, shape } = array;
  const texts: string[] = [];
  const utf8 = new TextDecoder('utf-8');
  for await (const piece of readPieces(file, blob, start, elementBytes, job.signal)) {
    onBytes(piece.length);
    const view = new DataView(piece.buffer);
    for (let at = 0; at < piece.length; at += elementBytes) {
      let text: string;
      if (type === 'S') text = utf8.decode(piece.subarray(at, at + elementBytes));
      else {
        const points = Array.from({ length: elementBytes / 4 }, (_, index) =>
          view.getUint32(at + 4 * index, isLittleEndian),
        );
        if (points.some((point) => point > 0x10ffff)) failLabel(array, texts.length, '');
        text = String.fromCodePoint(...points);
      }
      texts.push(text.replace(/\0+$/, '').trim());
    }
  }
  return texts.slice(0, product(shape));
}

function failLabel({ file }: ArrayFile, place: number, value: string): never {
  fail({ code: 'import.label-value', file, place, value });
}

export interface Classes {
  readonly names: readonly string[];
  /** Class indices of each list of labels. */
  readonly indices: readonly Uint16Array[];
}

/** The classes of several lists together, in the order of their numbers, or of their texts as people order them. */
export function findClasses(lists: readonly RawLabels[]): Classes {
  const distinct = new Set<string | number>();
  for (const list of lists) for (const label of list) distinct.add(label);
  if (distinct.size > maxClasses) {
    fail({ code: 'import.too-many-classes', classes: distinct.size, most: maxClasses });
  }
  const ordered = [...distinct].sort((one, other) =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : naturalOrder(String(one), String(other)),
  );
  const places = new Map(ordered.map((label, index) => [label, index]));
  return {
    names: ordered.map(String),
    indices: lists.map((list) => Uint16Array.from(list, (label: string | number) => places.get(label) ?? 0)),
  };
}

// What a person sees of a draft before it becomes a data set.
import type { ImportPreview } from '../../../core/import/import-api';
import { sampleSize, valueScale } from '../../../core/samples/samples';
import type { Draft } from './draft';

const shown = 24;

export function previewDraft(draft: Draft): ImportPreview {
  const { format, choices, offers, raw, split, valueRange, leftOut, notes } = draft;
  const picked = pickSamples(draft);
  return {
    format,
    choices,
    offers,
    shape: raw.shape,
    trainCount: split.train.length,
    testCount: split.test.length,
    classes: classCounts(draft),
    valueRange,
    placeRanges: draft.encoding.placeRanges,
    samples: decodeSamples(draft, picked),
    labels: Uint16Array.from(picked, (index) => raw.labels?.[index] ?? 0),
    leftOut,
    notes,
  };
}

function classCounts({ raw: { labels, classNames } }: Draft): ImportPreview['classes'] {
  if (labels === null) return null;
  const counts = new Uint32Array(classNames.length);
  for (const label of labels) counts[label]!++;
  return classNames.map((name, index) => ({ name, count: counts[index] ?? 0 }));
}

/** Indices of up to 24 samples: one of each class in turn, of evenly spaced classes where there are more than 24. */
function pickSamples({ raw: { count, labels, classNames }, split }: Draft): number[] {
  // Both orders mix the samples, so that the first of a class are as good as any.
  const mixed = [...split.train, ...split.test];
  if (labels === null) return mixed.slice(0, shown);
  const ofClass: number[][] = classNames.map(() => []);
  for (const index of mixed) {
    const members = ofClass[labels[index] ?? 0];
    if (members && members.length < shown) members.push(index);
  }
  const filled = ofClass.filter(({ length }) => length > 0);
  if (filled.length > shown) {
    return Array.from(
      { length: shown },
      (_, place) => filled[Math.floor((place * filled.length) / shown)]![0]!,
    );
  }
  const picked: number[] = [];
  for (let round = 0; picked.length < Math.min(shown, count); round++) {
    picked.push(...filled.flatMap((members) => members.slice(round, round + 1)));
  }
  return picked.slice(0, shown);
}

function decodeSamples({ raw, encoding }: Draft, picked: readonly number[]): Float32Array {
  const size = sampleSize(raw.shape);
  const sample = new Float32Array(size);
  const stored = encoding.values === 'uint8' ? new Uint8Array(size) : new Float32Array(size);
  const scale = valueScale({ values: stored });
  const samples = new Float32Array(picked.length * size);
  for (const [place, index] of picked.entries()) {
    raw.read(index, sample);
    encoding.encode(sample, stored);
    for (let at = 0; at < size; at++) samples[place * size + at] = stored[at]! * scale;
  }
  return samples;
}

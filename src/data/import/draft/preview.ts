// What a person sees of a draft before it becomes a data set.
import type { ImportPreview } from '../../../core/import/import-api';
import type { SeriesPreview } from '../../../core/import/series-import';
import { sampleSize, valueScale } from '../../../core/samples/samples';
import { thinSeries } from '../series/thin-series';
import type { Draft } from './draft';

const shown = 24;
/** Of recordings: how many are drawn, in how many columns, and how many of their channels. */
const mostTraces = 6;
const traceColumns = 1200;
const mostTraceChannels = 4;

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
    series: previewSeries(draft),
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
function pickSamples({ raw: { count, labels, classNames, series }, split }: Draft): number[] {
  // Both orders mix the samples, so that the first of a class are as good as any; windows are in the order of time.
  const all = [...split.train, ...split.test];
  const mixed = series === null ? all : spread(all, labels === null ? shown : all.length);
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

/** So many of them, evenly spaced; all of them, those that lie far apart first. */
function spread(all: readonly number[], most: number): number[] {
  if (most < all.length)
    return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]!);
  // Steps of the golden ratio come close to every place soon.
  const step = nextCoprime(Math.round(all.length * 0.618), all.length);
  return all.map((_, at) => all[(at * step) % all.length]!);
}

function nextCoprime(from: number, to: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, from);
  while (divisor(step, to) !== 1) step++;
  return step;
}

function previewSeries({ raw: { series, shape } }: Draft): SeriesPreview | null {
  if (series === null) return null;
  const { windows, windowLength, channels } = series;
  const traces = (channels ?? []).slice(0, mostTraces).map((ofRecording, recording) => ({
    recording,
    ...thinSeries(ofRecording.slice(0, mostTraceChannels), traceColumns),
  }));
  return { windows, windowLength, channels: Math.min(mostTraceChannels, shape[1] ?? 1), traces };
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

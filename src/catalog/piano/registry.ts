// The recordings of a grand piano that set-up copies beside the data sets (scripts/data/piano.mjs), and what is made of them: mono,
// 8,000 points a second, four seconds of each note, all equally loud.
import type { PageMadeDatasetId } from '../../core/experiment/dataset-id';

/** By name, as the files sort. A sharp is `#`. */
export const pianoNotes = [
  ...['A0', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'],
  ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'],
  ...['D#1', 'D#2', 'D#3', 'D#4', 'D#5', 'D#6', 'D#7'],
  ...['F#1', 'F#2', 'F#3', 'F#4', 'F#5', 'F#6', 'F#7'],
] as const;

/** Every fifth by name, from the first, is held out for the test as a whole: A0, A5, C3, C8, D#5 and F#3. */
export function isHeldOut(place: number): boolean {
  return place % 5 === 0;
}

/** Points in a second. */
export const pianoRate = 8000;
export const pianoSeconds = 4;

export const pianoLicence = {
  licence: 'CC BY 3.0',
  attribution: 'Alexander Holm, Salamander Grand Piano V3; cut, mixed down and made equally loud here',
} as const;

/** Where set-up puts the recording of a note, from the page's own folder. */
export function notePath(file: string): string {
  return `data/piano/${file}`;
}

/** What is said of the data sets that are made of the notes, before they are made; the manifests say the same. */
export const pianoFacts = {
  // 247 windows of each of 24 and 6 notes.
  piano: { name: 'Piano notes', sampleShape: [512, 1], trainCount: 5928, testCount: 1482 },
  // 850 patches of each.
  'piano-spectrum': {
    name: 'Piano spectrogram patches',
    sampleShape: [12, 12, 1],
    trainCount: 20_400,
    testCount: 5100,
  },
} satisfies Record<
  PageMadeDatasetId,
  { name: string; sampleShape: readonly number[]; trainCount: number; testCount: number }
>;

// The same about recordings and sound.
import type { ImportFailure, ImportNote, LeftOut, SoundFault } from '../../../core/import/import-failure';
import { countText } from '../../../core/number-text';
import type { WordsFor } from '../../../core/words-for';
import { counted } from './counted';

type SeriesFailure = Extract<
  ImportFailure,
  | { code: 'import.no-sound' }
  | { code: 'import.no-sound-decoder' }
  | { code: 'import.short-recordings' }
  | { code: 'import.few-windows' }
>;

const formats = 'WAV, FLAC, MP3 or Ogg';

/** Each completes “song.mp3 …”. */
const faults: Readonly<Record<SoundFault, string>> = {
  undecodable: `cannot be decoded: it is damaged, or of a kind that this browser does not know. Save it as ${formats}`,
  silent: 'is silent: nothing in it is louder than −80 dB. Check the recording',
  large:
    'is too large to be decoded at once: WAV and AIFF may have 268 MB (25 minutes as on a CD), compressed sound 41 MB (about 40 minutes). Cut it into shorter files',
};

export const seriesFailures: WordsFor<SeriesFailure> = {
  'import.no-sound': ({ file, why, files }) =>
    files === 1
      ? `${file} ${faults[why]}.`
      : `None of the ${countText(files)} files of sound can be used. For one, ${file} ${faults[why]}.`,
  'import.no-sound-decoder': () =>
    'This browser decodes no sound. A newer Chrome, Edge, Firefox or Safari can; tables and arrays work in this one.',
  'import.short-recordings': ({ file, points, windowLength }) =>
    `${file === '' ? 'The recording' : file} is too short: it has ${counted(points, 'point')}, and a window ${countText(windowLength)}. Choose a longer recording or a shorter window.`,
  'import.few-windows': ({ windows, least }) =>
    `Only ${counted(windows, 'window')} ${windows === 1 ? 'fits' : 'fit'} into the recordings, and at least ${countText(least)} are needed. Choose a shorter window, a smaller stride, or more data.`,
};

export const seriesLeftOut = {
  'undecodable-sound': (count) => `${counted(count, 'file')} of sound that cannot be decoded`,
  'silent-sound': (count) => `${counted(count, 'recording')} that ${count === 1 ? 'is' : 'are'} silent`,
  'large-sound': (count) => `${counted(count, 'file')} of sound too large to be decoded at once`,
  'short-recording': (count) => `${counted(count, 'recording')} shorter than a window`,
} satisfies Partial<Readonly<Record<LeftOut['why'], (count: number) => string>>>;

/** Whether a person should hear of it at once: a recording that was meant to be used is not. */
export function isRecordingLeftOut({ why }: LeftOut): boolean {
  return why in seriesLeftOut;
}

export function recordingsLeftOutText(reasons: readonly string[]): string {
  return `Left out: ${reasons.join('; ')}. The other recordings are used.`;
}

type SeriesNote = Extract<ImportNote, { code: 'import.note.filled' } | { code: 'import.note.window-labels' }>;

export const seriesNotes: WordsFor<SeriesNote> = {
  'import.note.filled': ({ rows }) =>
    `${counted(rows, 'row')} with a missing value ${rows === 1 ? 'was' : 'were'} filled in on a straight line between the rows around ${rows === 1 ? 'it' : 'them'}.`,
  'import.note.window-labels': ({ column }) =>
    `A window has the rarest class of “${column}” among its points: one anomalous point makes it anomalous.`,
};

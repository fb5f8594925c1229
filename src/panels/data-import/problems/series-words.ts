// The same about recordings and sound.
import { plural, t } from '@lingui/core/macro';
import type { ImportFailure, ImportNote, LeftOut, SoundFault } from '../../../core/import/import-failure';
import { countText } from '../../../core/number-text';
import type { WordsFor } from '../../../core/words-for';

type SeriesFailure = Extract<
  ImportFailure,
  | { code: 'import.no-sound' }
  | { code: 'import.no-sound-decoder' }
  | { code: 'import.short-recordings' }
  | { code: 'import.few-windows' }
>;

/** Each completes “song.mp3 …”. */
const faults: Readonly<Record<SoundFault, string>> = {
  undecodable: t`cannot be decoded: it is damaged, or of a kind that this browser does not know. Save it as WAV, FLAC, MP3 or Ogg`,
  silent: t`is silent: nothing in it is louder than −80 dB. Check the recording`,
  large: t`is too large to be decoded at once: WAV and AIFF may have 268 MB (25 minutes as on a CD), compressed sound 41 MB (about 40 minutes). Cut it into shorter files`,
};

export const seriesFailures: WordsFor<SeriesFailure> = {
  'import.no-sound': ({ file, why, files }) =>
    files === 1
      ? `${file} ${faults[why]}.`
      : t`None of the ${{ files: countText(files) }} sound files can be used. For one, ${file} ${{ fault: faults[why] }}.`,
  'import.no-sound-decoder': () =>
    t`This browser decodes no sound. A newer Chrome, Edge, Firefox or Safari can; tables and arrays work in this one.`,
  'import.short-recordings': ({ file, points, windowLength }) =>
    file === ''
      ? t`The recording is too short: it has ${plural(points, { one: '# point', other: '# points' })}, and a window ${{ length: countText(windowLength) }}. Choose a longer recording or a shorter window.`
      : t`${file} is too short: it has ${plural(points, { one: '# point', other: '# points' })}, and a window ${{ length: countText(windowLength) }}. Choose a longer recording or a shorter window.`,
  'import.few-windows': ({ windows, least }) =>
    t`Only ${plural(windows, { one: '# window fits', other: '# windows fit' })} into the recordings, and at least ${{ least: countText(least) }} are needed. Choose a shorter window, a smaller stride, or more data.`,
};

export const seriesLeftOut = {
  'undecodable-sound': (count) =>
    plural(count, {
      one: '# sound file that cannot be decoded',
      other: '# sound files that cannot be decoded',
    }),
  'silent-sound': (count) =>
    plural(count, { one: '# recording that is silent', other: '# recordings that are silent' }),
  'large-sound': (count) =>
    plural(count, {
      one: '# sound file too large to be decoded at once',
      other: '# sound files too large to be decoded at once',
    }),
  'short-recording': (count) =>
    plural(count, { one: '# recording shorter than a window', other: '# recordings shorter than a window' }),
} satisfies Partial<Readonly<Record<LeftOut['why'], (count: number) => string>>>;

/** Whether a person should hear of it at once: a recording that was meant to be used is not. */
export function isRecordingLeftOut({ why }: LeftOut): boolean {
  return why in seriesLeftOut;
}

export function recordingsLeftOutText(reasons: readonly string[]): string {
  return t`Left out: ${{ reasons: reasons.join('; ') }}. The other recordings are used.`;
}

type SeriesNote = Extract<ImportNote, { code: 'import.note.filled' } | { code: 'import.note.window-labels' }>;

export const seriesNotes: WordsFor<SeriesNote> = {
  'import.note.filled': ({ rows }) =>
    plural(rows, {
      one: '# row with a missing value was filled in by linear interpolation between the rows around it.',
      other:
        '# rows with a missing value were filled in by linear interpolation between the rows around them.',
    }),
  'import.note.window-labels': ({ column }) =>
    t`A window has the rarest class of “${column}” among its points: one anomalous point makes it anomalous.`,
};

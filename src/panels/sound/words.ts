// What Sound says.
import { countText, fixedText } from '../../core/number-text';
import type { NoiseKind } from '../../core/sound/noise';
import { textOf, type WordsFor } from '../../core/words-for';
import type { AudioFailure } from '../../session/sound/player/player';
import type { CleaningNetwork, NoiseChoice, SoundFailure } from '../../session/sound/sound';
import type { VersionId } from '../../session/sound/versions';

interface VersionWords {
  /** Over its pictures. */
  readonly title: string;
  /** Of the button that plays it. */
  readonly play: string;
  /** In a sentence. */
  readonly of: string;
  /** Of the read-out of its SNR; null where there is none. */
  readonly output: string | null;
  readonly explanation: string;
}

export const versionWords: Readonly<Record<VersionId, VersionWords>> = {
  original: {
    title: 'Original',
    play: 'Play original',
    of: 'the original',
    output: null,
    explanation: 'The clip as it was recorded',
  },
  noisy: {
    title: 'Noisy',
    play: 'Play noisy',
    of: 'the noisy version',
    output: 'SNR before',
    explanation: 'What the network gets',
  },
  cleaned: {
    title: 'Cleaned',
    play: 'Play cleaned',
    of: 'the network',
    output: 'SNR after',
    explanation: 'What the network makes of the noisy version',
  },
  gate: {
    title: 'Spectral gate',
    play: 'Play spectral gate',
    of: 'the spectral gate',
    output: 'SNR of the spectral gate',
    explanation:
      'Lets a frequency pass while it stands out from the noise. It is told the spectrum of the noise; the network is not.',
  },
  wiener: {
    title: 'Wiener filter',
    play: 'Play Wiener filter',
    of: 'the Wiener filter',
    output: 'SNR of the Wiener filter',
    explanation:
      'Weighs each frequency by how much of it is likely to be signal, from frame to frame (Ephraim & Malah 1984). It is told the spectrum of the noise; the network is not.',
  },
  pca: {
    title: 'PCA',
    play: 'Play PCA',
    of: 'PCA',
    output: 'SNR of PCA',
    explanation:
      'The principal components of clean windows of 512 points: as many as the network’s code has numbers for as many points.',
  },
};

/** Told the noise by itself, which the network never is. */
export const toldTheNoise: readonly VersionId[] = ['gate', 'wiener'];

export const noiseWords: Readonly<Record<NoiseChoice, { label: string; explanation: string }>> = {
  white: { label: 'White', explanation: 'The same power at every frequency' },
  pink: { label: 'Pink', explanation: 'Power as 1 / frequency: 3 dB less an octave' },
  hum: { label: 'Hum', explanation: 'Of the mains: 50 Hz and its harmonics' },
  clicks: { label: 'Clicks', explanation: 'Short cracks, as of a scratched record' },
  none: { label: 'None', explanation: 'Your recording is noisy already: nothing is added to it' },
} satisfies Record<NoiseKind | 'none', { label: string; explanation: string }>;

export const networkWords: Readonly<
  Record<CleaningNetwork, { title: string; train: string; summary: string; lesson: string }>
> = {
  spectrum: {
    title: 'Spectrum',
    train: 'Train on spectra',
    summary:
      'It sees small pieces of the short-time spectrum, and says how loud each frequency is without the noise. The phase stays that of the noisy version.',
    lesson:
      'Magnitudes have no phase to remember, and pieces look alike at every pitch, so that a narrow code is enough.',
  },
  raw: {
    title: 'Raw windows',
    train: 'Train on raw windows',
    summary: 'It sees the waveform itself, 512 points at a time.',
    lesson: 'A narrow code cannot carry the phase of a waveform: compare it with Spectrum.',
  },
};

export const clipTexts = {
  notes: 'Piano notes held out',
  own: 'Yours',
  explanation: 'The network is never trained on these notes',
  fileExplanation: 'WAV, FLAC, MP3, or Ogg where the browser reads it. It stays on this machine.',
  recordExplanation: 'With the microphone. It stays on this machine.',
  cut: 'its first 30 s',
} as const;

/** In the place of the clip. @param share null while nothing is read */
export function readingText(share: number | null): string {
  return share === null
    ? 'Choose a clip to hear it here, with noise and cleaned.'
    : `Reading the clip: ${Math.round(100 * share)} %`;
}

export const texts = {
  noNetwork:
    'The network trains on other data, so that it cannot clean sound. One press sets it to learn from piano notes.',
  learnedNothing: 'The network has not learned from sound.',
  trainExplanation: 'Sets the main run to learn it from piano notes. It begins anew.',
  untrained: 'This is what an untrained network makes of it.',
  noCleanVersion:
    'This recording has no clean version to compare with, so there is no SNR: judge by ear and by eye.',
  toldNoise: 'told the noise',
  toldQuietest: 'told its quietest 0.5 s',
  waitingForNetwork: 'The network is getting ready.',
} as const;

export const snrExplanation =
  'Signal-to-noise ratio: power of the clean clip over that of what differs from it, in dB';
export const segmentalExplanation =
  'The mean of the SNR over stretches of 30 ms, each between −10 and 35 dB: nearer to what one hears, because quiet stretches count as much as loud ones';

/** `5.0 dB`, `−3.2 dB`; `—` where there is none. */
export function dbText(db: number | null | undefined): string {
  if (db == null || Number.isNaN(db)) return '—';
  if (db === Infinity) return '∞ dB';
  return db === -Infinity ? '−∞ dB' : `${fixedText(db, 1)} dB`;
}

/** `1.20 s` */
export function secondsText(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}

const failures: WordsFor<SoundFailure> = {
  'sound.no-decoder': ({ file }) =>
    `${file} cannot be read: this browser has no Web Audio, which decodes sound files.`,
  'sound.not-decoded': ({ file }) =>
    /\.(ogg|oga|opus)$/i.test(file)
      ? `This browser cannot decode ${file}. Not every browser reads Ogg: WAV, FLAC and MP3 work everywhere.`
      : `This browser cannot decode ${file}. It reads WAV, FLAC and MP3, and Ogg where the browser does.`,
  'sound.too-short': ({ file, seconds }) =>
    `${file} is too short: ${secondsText(seconds)}. The network needs at least half a second of sound.`,
  'sound.silent': ({ file }) => `${file} is silent: there is nothing to clean.`,
  'sound.not-loaded': ({ file }) => `${file} could not be loaded. Is the server still running?`,
};

export function soundFailureText(failure: SoundFailure): string {
  return textOf(failures, failure);
}

const audioFailures: Readonly<Record<AudioFailure, string>> = {
  'no-audio':
    'This browser has no Web Audio, or refuses it: nothing can be heard here. Pictures, numbers and WAV files work.',
  blocked: 'The browser did not let the sound start. Press again, or allow sound for this page.',
};

export function audioFailureText(failure: AudioFailure): string {
  return audioFailures[failure];
}

/** Of PCA: `128 of 512 components`. */
export function componentsText(components: number): string {
  return `${components} of 512 components`;
}

/** What cleaned it and when, beside what it trains on now. */
export function cleanedText(step: number, now: number): string {
  if (step === 0) return texts.untrained;
  return step === now
    ? `cleaned at step ${countText(step)}`
    : `cleaned at step ${countText(step)} of ${countText(now)}`;
}

/** What other noise is to a network of patches (docs/decisions/0023-sound-by-spectrum.md). */
const otherNoise: Readonly<Partial<Record<NoiseChoice, string>>> = {
  pink: 'Pink noise is mostly below the lowest partials, where it looks like one to it.',
  hum: 'Hum is as steady as a partial, so that it looks like a note to it.',
};

/** Why a network does little against noise that it has not met; null where it has. @param learned the noise that it trains with */
export function otherNoiseText(noise: NoiseChoice, learned: string): string | null {
  if (noise === 'white' || noise === 'none') return null;
  if (learned !== 'spectral' && learned !== 'gaussian') return null;
  const why = learned === 'spectral' ? otherNoise[noise] : undefined;
  return `The network learned other noise, much like white.${why === undefined ? '' : ` ${why}`}`;
}

/** Of the network against the best of the others. */
export function verdictText(after: number, before: number, best: { id: VersionId; snr: number }): string {
  const { of } = versionWords[best.id];
  const [gain, ahead] = [after - before, after - best.snr];
  const own =
    gain < 0 ? `The network makes it worse by ${dbText(-gain)}` : `The network gains ${dbText(gain)}`;
  if (Math.abs(ahead) < 0.1) return `${own}, as much as ${of}.`;
  if (ahead > 0) return `${own}, ${dbText(ahead)} more than ${of}, the best of the others.`;
  const told = toldTheNoise.includes(best.id)
    ? '; it is told the spectrum of the noise, the network is not'
    : '';
  return `${own}. ${of.charAt(0).toUpperCase()}${of.slice(1)} is ${dbText(-ahead)} ahead${told}.`;
}

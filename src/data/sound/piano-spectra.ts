// The data set `piano-spectrum`: patches of the notes' spectrograms (core/sound/cleaning/spectral-patch.ts). Most of a spectrogram is
// silence, so places are drawn at random, and most of those where nothing sounds are passed over.
import { pianoLicence } from '../../catalog/piano/registry';
import { pcg4d, unitInterval, words } from '../../core/random';
import type { OwnDataset } from '../../core/samples/own-dataset';
import {
  compand,
  cutPatch,
  noiseMagnitude,
  paddedSpectrogram,
  patchBins,
  patchFrames,
  patchShape,
  patchSize,
  spectralFrame,
} from '../../core/sound/cleaning/spectral-patch';
import { rms } from '../../core/sound/loudness';
import { analyse } from '../../core/sound/stft';
import { floatDataset } from './float-dataset';
import type { PianoNote } from './piano-windows';

/** Patches of each note. */
const perNote = 850;
/** A patch sounds where something in it reaches this value: the magnitude of white noise as loud as the note. */
const sounding = compand(1);
/** Share of the silent places that are kept, so that a network learns what silence under noise looks like. */
const silentShare = 0.1;
/** Keeps the random numbers apart from those of other uses. */
const stream = 0x73706563;

/** @param notes in the order of `pianoNotes` */
export function pianoSpectra(notes: readonly PianoNote[]): Promise<OwnDataset> {
  const patchesOf = (isHeldOut: boolean) => {
    const chosen = notes.filter((note) => note.isHeldOut === isHeldOut);
    const patches = new Float32Array(chosen.length * perNote * patchSize);
    chosen.forEach((note, at) => choosePatches(note, patches, at * perNote * patchSize));
    return patches;
  };
  return floatDataset(
    {
      id: 'piano-spectrum',
      name: 'Piano spectrogram patches',
      ...pianoLicence,
      sampleShape: [...patchShape],
      valueRange: [0, 1],
    },
    patchesOf(false),
    patchesOf(true),
  );
}

function choosePatches({ name, signal }: PianoNote, patches: Float32Array, offset: number): void {
  const unit = noiseMagnitude(rms(signal) || 1);
  const spectrogram = paddedSpectrogram(analyse(signal, spectralFrame), unit);
  const salt = Array.from(name).reduce((hash, letter) => hash * 31 + letter.charCodeAt(0), 0);
  for (let chosen = 0, draw = 0; chosen < perNote; draw++) {
    pcg4d(stream, salt, draw, 0);
    const [frameWord = 0, binWord = 0, silentWord = 0] = words;
    const at = offset + chosen * patchSize;
    cutPatch(
      spectrogram,
      {
        frame: Math.floor(unitInterval(frameWord) * (spectrogram.frames - patchFrames + 1)),
        bin: Math.floor(unitInterval(binWord) * (spectrogram.bins - patchBins + 1)),
      },
      patches,
      at,
    );
    const sounds = patches.subarray(at, at + patchSize).some((value) => value >= sounding);
    if (sounds || unitInterval(silentWord) < silentShare) chosen++;
  }
}

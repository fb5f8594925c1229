// The frequency axis of a spectrogram: the mel scale, on which equal distances sound about equally far apart (O'Shaughnessy,
// "Speech Communication", 1987), so that the notes of a piano do not crowd at the bottom.

function mel(hz: number): number {
  return 2595 * Math.log10(1 + hz / 700);
}

/** Height of a frequency on the axis: 0 at 0 Hz, 1 at `topHz`. */
export function heightOf(hz: number, topHz: number): number {
  return mel(hz) / mel(topHz);
}

/** The frequency at a height of the axis. */
export function frequencyAt(height: number, topHz: number): number {
  return 700 * (10 ** ((height * mel(topHz)) / 2595) - 1);
}

/** Frequencies that the axis names. */
export const namedFrequencies = [250, 1000, 4000] as const;

// Loudness as the root mean square (RMS) of a signal: enough to compare versions of one recording by ear, without a model of hearing.

/** 20 dB below full scale. */
export const usualRms = 0.1;
/** What no point of an equalised signal exceeds. */
const peakLimit = 0.99;

export function rms(signal: Float32Array): number {
  let sum = 0;
  for (const value of signal) sum += value ** 2;
  return signal.length === 0 ? 0 : Math.sqrt(sum / signal.length);
}

function peak(signal: Float32Array): number {
  let most = 0;
  for (const value of signal) most = Math.max(most, Math.abs(value));
  return most;
}

/**
 * Scales each signal to the same RMS: `usualRms`, or less for all of them where a peak of one would exceed 0.99. A silent signal stays
 * silent.
 */
export function equalise(signals: readonly Float32Array[]): Float32Array<ArrayBuffer>[] {
  const levels = signals.map((signal) => ({ now: rms(signal), peak: peak(signal) }));
  const target = levels.reduce(
    (least, level) => (level.peak === 0 ? least : Math.min(least, (peakLimit * level.now) / level.peak)),
    usualRms,
  );
  return signals.map((signal, at) => {
    const now = levels[at]?.now ?? 0;
    const gain = now === 0 ? 0 : target / now;
    return Float32Array.from(signal, (value) => value * gain);
  });
}

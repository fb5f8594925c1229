// How near an estimate is to the clean signal, in dB.

/** Of a frame; Quackenbush, Barnwell & Clements, "Objective Measures of Speech Quality" (1988). */
const segmentSeconds = 0.03;
/** Hansen & Pellom, "An effective quality evaluation protocol for speech enhancement algorithms", ICSLP 1998: neither a silent nor a perfect frame decides the mean. */
const segmentRangeDb = [-10, 35] as const;

function energies(clean: Float32Array, estimate: Float32Array, from: number, to: number) {
  let signal = 0;
  let error = 0;
  for (let at = from; at < to; at++) {
    const value = clean[at] ?? 0;
    signal += value ** 2;
    error += (value - (estimate[at] ?? 0)) ** 2;
  }
  return { signal, error };
}

function checkLengths(clean: Float32Array, estimate: Float32Array): void {
  if (clean.length !== estimate.length)
    throw new RangeError(`The clean signal has ${clean.length} points, the estimate ${estimate.length}.`);
}

/**
 * Signal-to-noise ratio, 10 log10(sum of clean^2 / sum of (clean - estimate)^2), in dB. Infinity for equal signals; -Infinity for a
 * silent clean signal and another estimate.
 * @throws RangeError if the lengths differ
 */
export function snr(clean: Float32Array, estimate: Float32Array): number {
  checkLengths(clean, estimate);
  const { signal, error } = energies(clean, estimate, 0, clean.length);
  return error === 0 ? Infinity : 10 * Math.log10(signal / error);
}

/**
 * Mean over frames of 30 ms, side by side, of each frame's SNR limited to [-10, 35] dB. It follows what is heard more closely than the
 * SNR, which loud stretches decide. Frames in which the clean signal is silent are left out, and so is a last one that is not whole.
 * @param rate points in a second
 * @returns null where no frame is left: a silent or very short signal
 * @throws RangeError if the lengths differ
 */
export function segmentalSnr(clean: Float32Array, estimate: Float32Array, rate: number): number | null {
  checkLengths(clean, estimate);
  const length = Math.max(1, Math.round(segmentSeconds * rate));
  let sum = 0;
  let count = 0;
  for (let from = 0; from + length <= clean.length; from += length) {
    const { signal, error } = energies(clean, estimate, from, from + length);
    if (signal === 0) continue;
    const ratio = error === 0 ? Infinity : 10 * Math.log10(signal / error);
    sum += Math.min(segmentRangeDb[1], Math.max(segmentRangeDb[0], ratio));
    count++;
  }
  return count === 0 ? null : sum / count;
}

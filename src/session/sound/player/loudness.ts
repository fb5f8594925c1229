// One loudness for all versions, so that one hears what was cleaned and not what was made louder: the same root mean square, as
// high as the peaks of none of them forbid.
import { versionIds, type VersionId, type Versions } from '../versions';

/** A pleasant level for one instrument, 18 dB below full scale. */
const pleasantRms = 0.125;
const highestPeak = 0.97;
/** Near silence stays near silence: what an untrained network makes of a clip is not made 60 dB louder. */
const highestGain = 30;

export interface Level {
  /** Root mean square about the mean. */
  readonly rms: number;
  /** The largest absolute value. */
  readonly peak: number;
}

export function levelOf(samples: Float32Array): Level {
  let [sum, squares, peak] = [0, 0, 0];
  for (const value of samples) {
    sum += value;
    squares += value * value;
    peak = Math.max(peak, Math.abs(value));
  }
  const mean = samples.length === 0 ? 0 : sum / samples.length;
  const rms = samples.length === 0 ? 0 : Math.sqrt(Math.max(0, squares / samples.length - mean * mean));
  return { rms, peak };
}

/** The gain of each version under which all have the same root mean square and none clips. */
export function equalGains(versions: Versions): Record<VersionId, number> {
  const levels = versionIds.flatMap((id) => {
    const samples = versions[id];
    return samples === undefined ? [] : [[id, levelOf(samples)] as const];
  });
  const loudest = Math.min(
    pleasantRms,
    ...levels.filter(([, { rms }]) => rms > 0).map(([, { rms, peak }]) => (highestPeak * rms) / peak),
  );
  const gains = { original: 0, noisy: 0, cleaned: 0, gate: 0, wiener: 0, pca: 0 };
  for (const [id, { rms }] of levels) gains[id] = rms > 0 ? Math.min(highestGain, loudest / rms) : 0;
  return gains;
}

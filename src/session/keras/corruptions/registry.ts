// Every corruption of the catalog in NumPy: `corrupt(clean, rng)` gives the noisy samples and which pixels are missing, or None.
// They have the distributions of the playground's, with numbers of NumPy's generator.
import { erasedBlock } from '../../../catalog/corruptions/erasing/block';
import { corruptions } from '../../../catalog/corruptions/registry';
import { noiseShare } from '../../../catalog/corruptions/signals/snr';
import { findKind } from '../../../catalog/kinds/kind';
import { gridOf, neutralValue } from '../../../core/inpainting/mask';
import { blocks, float } from '../python';
import type { ScriptFacts } from '../source';
import { holePixels } from './holes';
import { soundNoises } from './sound';
import { spectral } from './spectral';

/** The functions that corrupt, for an experiment whose inputs are corrupted. */
type Writer = (facts: ScriptFacts) => string;

const writers = {
  none: () => 'def corrupt(clean, rng):\n    return clean, None',
  gaussian: ({ isImage }) =>
    isImage
      ? `def corrupt(clean, rng):
    """Normal noise with this standard deviation, clipped so that an input stays an image."""
    noise = rng.standard_normal(clean.shape, dtype="float32")
    return np.clip(clean + np.float32(NOISE_LEVEL) * noise, 0, 1), None`
      : `def corrupt(clean, rng):
    """Normal noise with this standard deviation; signals are never clipped."""
    return clean + np.float32(NOISE_LEVEL) * rng.standard_normal(clean.shape, dtype="float32"), None`,
  saltPepper: () => `def corrupt(clean, rng):
    """A random share of the values becomes black or white."""
    is_struck = rng.random(clean.shape) < NOISE_LEVEL
    return np.where(is_struck, rng.integers(0, 2, clean.shape), clean).astype("float32"), None`,
  masking: ({ shape }) => `def corrupt(clean, rng):
    """A random share of the values is missing; a pixel is, where all its channels are."""
    is_struck = rng.random(clean.shape) < NOISE_LEVEL
    return np.where(is_struck, np.float32(${neutralValue(shape)}), clean), is_struck.all(axis=-1)`,
  block: (facts) => {
    const { rows, columns } = erasedBlock(facts.shape, facts.experiment.noiseLevel);
    return blocks(
      `def missing_pixels(count, rng):
    """A ${facts.isImage ? `block of ${rows} x ${columns} pixels` : `gap of ${columns} points`} at a random place."""
    top = rng.integers(0, ROWS - ${rows} + 1, (count, 1, 1))
    left = rng.integers(0, COLUMNS - ${columns} + 1, (count, 1, 1))
    row, column = np.arange(ROWS)[:, None], np.arange(COLUMNS)
    return (row >= top) & (row < top + ${rows}) & (column >= left) & (column < left + ${columns})`,
      erase(facts),
    );
  },
  side: (facts) => {
    const { columns } = gridOf(facts.shape);
    const first = columns - Math.floor(columns * facts.experiment.noiseLevel);
    return blocks(
      `def missing_pixels(count, rng):
    """The right side, from column ${first} on."""
    return np.broadcast_to(np.arange(COLUMNS) >= ${first}, (count, ROWS, COLUMNS))`,
      erase(facts),
    );
  },
  holes: (facts) => blocks(holePixels, erase(facts)),
  impulses: ({ isImage }) => `def corrupt(clean, rng):
    """A random share of the values becomes outliers, one to two ranges above or below the middle."""
    is_struck = rng.random(clean.shape) < NOISE_LEVEL
    outliers = 0.5 + rng.choice((-1, 1), clean.shape) * rng.uniform(1, 2, clean.shape)
    return ${isImage ? 'np.clip(np.where(is_struck, outliers, clean), 0, 1)' : 'np.where(is_struck, outliers, clean)'}.astype("float32"), None`,
  pink: (facts) => blocks(soundNoises.pink, bySnr(facts)),
  hum: (facts) => blocks(soundNoises.hum, bySnr(facts)),
  clicks: (facts) => blocks(soundNoises.clicks, bySnr(facts)),
  spectral,
} satisfies Record<keyof typeof corruptions, Writer>;

/**
 * The functions that corrupt samples as this experiment does.
 * @throws Error for a corruption that this registry has no entry for
 */
export function corruptionPart(facts: ScriptFacts): string {
  const { noise } = facts.experiment;
  const write: Writer | undefined = findKind<Writer>(writers, noise);
  if (!write) throw new Error(`The Keras script has no corruption “${noise}”.`);
  return facts.isNoisy ? write(facts) : writers.none();
}

function erase({ shape }: ScriptFacts): string {
  return `def corrupt(clean, rng):
    """Sets the missing pixels to ${neutralValue(shape)} in all their channels."""
    is_missing = missing_pixels(len(clean), rng).reshape(clean.shape[:-1])
    return np.where(is_missing[..., None], np.float32(${neutralValue(shape)}), clean), is_missing`;
}

function bySnr({ experiment, isImage }: ScriptFacts): string {
  const sum = 'noisy.reshape(clean.shape).astype("float32")';
  return `# Power of the noise as a multiple of the signal's, at level ${experiment.noiseLevel}.
NOISE_SHARE = ${float(noiseShare(experiment.noiseLevel))}


def corrupt(clean, rng):
    """Adds noise at a ratio of signal to noise: the same level disturbs a soft sound as much as a loud one."""
    signals = clean.reshape(len(clean), -1, CHANNELS).astype("float64")
    power = signals.var(axis=1).mean(axis=-1)[:, None, None]
    noisy = signals + np.sqrt(NOISE_SHARE * power) * noise_of(signals.shape, rng)
    return ${isImage ? `np.clip(${sum}, 0, 1)` : sum}, None`;
}

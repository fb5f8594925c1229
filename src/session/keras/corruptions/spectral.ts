// Noise in a recording as its spectrogram shows it (catalog/corruptions/spectrum) in NumPy.
import { loudestMagnitude, spectralFrame, spectralHop } from '../../../core/sound/cleaning/spectral-patch';

export function spectral(): string {
  return `FRAME, HOP = ${spectralFrame}, ${spectralHop}  # points in a frame, and between the beginnings of frames
LOUDEST = ${loudestMagnitude}  # the magnitude from which on a value is 1
BANK_FRAMES, BANK_BINS = 512, 64


def white_noise_spectrum():
    """A stretch of the short-time spectrum of white noise, of mean square magnitude 1."""
    noise = np.random.default_rng(0).standard_normal((BANK_FRAMES - 1) * HOP + FRAME)
    frames = np.stack([noise[at * HOP : at * HOP + FRAME] for at in range(BANK_FRAMES)])
    window = np.sin(np.pi * np.arange(FRAME) / FRAME) * math.sqrt(2 / FRAME)
    return np.fft.fft(frames * window)[:, 128 : 128 + BANK_BINS]


BANK = white_noise_spectrum()


def stretches(count, rng):
    """Pieces of it, turned in phase: [count, ROWS, COLUMNS]."""
    frames = rng.integers(0, max(1, BANK_FRAMES - COLUMNS), (count, 1, 1)) + np.arange(COLUMNS)
    bins = rng.integers(0, max(1, BANK_BINS - ROWS), (count, 1, 1)) + np.arange(ROWS)[:, None]
    turns = np.exp(2j * np.pi * rng.random((count, 1, 1)))
    return BANK[frames % BANK_FRAMES, bins % BANK_BINS] * turns


def corrupt(clean, rng):
    """Adds white or coloured noise to the magnitudes' spectrum, at random up to 27 dB softer than the level."""
    count = len(clean)
    strength = 4 * NOISE_LEVEL * 10 ** (-27 * rng.random((count, 1, 1)) / 20)
    slope = 24 * rng.uniform(-1, 1, (count, 1, 1)) / 20 / max(1, ROWS - 1)
    gain = strength * math.sqrt(0.5) * 10 ** (slope * (np.arange(ROWS)[:, None] - (ROWS - 1) / 2))
    noise = gain * (stretches(count, rng) + stretches(count, rng))
    magnitudes = np.clip(clean.reshape(count, ROWS, COLUMNS, CHANNELS), 0, 1) ** 2 * LOUDEST
    noisy = np.sqrt(np.minimum(1, np.abs(magnitudes + noise[..., None]) / LOUDEST))
    return noisy.reshape(clean.shape).astype("float32"), None`;
}

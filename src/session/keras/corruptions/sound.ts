// Noises of sound (catalog/corruptions/signals) in NumPy, of mean 0 and variance 1; `corrupt` scales them by the signal.

export const soundNoises = {
  pink: `def noise_of(shape, rng):
    """Equal power in every octave: the sum of random steps that last 1, 2, 4 ... points (Voss's method)."""
    count, length, channels = shape
    octaves = math.ceil(math.log2(length)) + 1
    noise = np.zeros(shape)
    for lasts in 2 ** np.arange(octaves):
        steps = rng.uniform(-0.5, 0.5, (count, length // lasts + 2, channels))
        starts = rng.integers(0, lasts, (count, 1, 1))
        which = (np.arange(length)[:, None] + starts) // lasts
        noise += np.take_along_axis(steps, np.broadcast_to(which, shape), axis=1)
    return noise * math.sqrt(12 / octaves)`,
  hum: `def noise_of(shape, rng):
    """50 Hz and its harmonics, k-th with 1/k of the amplitude, in sound of 8,000 points a second."""
    count, length, channels = shape
    noise, power = np.zeros(shape), 0
    for k in range(1, 9):
        phases = rng.uniform(0, 2 * np.pi, (count, 1, channels))
        noise += np.cos(2 * np.pi * 50 * k / 8000 * np.arange(length)[:, None] + phases) / k
        power += 1 / (2 * k * k)
    return noise / math.sqrt(power)`,
  clicks: `def noise_of(shape, rng):
    """At random points, 40 a second at 8 kHz, a jump of either sign that dies away by 0.6 a point."""
    count, length, channels = shape
    rate, decay, before = 1 / 200, 0.6, 16
    heights = rng.choice((-1, 1), (count, length + before, channels)) * rng.uniform(
        0.5, 1.5, (count, length + before, channels)
    )
    noise = np.where(rng.random(heights.shape) < rate, heights, 0)
    for at in range(1, length + before):
        noise[:, at] += decay * noise[:, at - 1]
    mean_square = (1.5**3 - 0.5**3) / 3
    return noise[:, before:] / math.sqrt(rate * mean_square / (1 - decay**2))`,
} as const;

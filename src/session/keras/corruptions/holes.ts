// Holes of random place, size and form (catalog/corruptions/erasing/holes.ts) in NumPy.

export const holePixels = `def side_of(length, rng):
    """Whole pixels from a quarter of the longest side that the level allows up to all of it."""
    return min(length, max(1, math.floor(length * NOISE_LEVEL * rng.uniform(0.25, 1) + 0.5)))


def rectangle(rng):
    height, width = side_of(ROWS, rng), side_of(COLUMNS, rng)
    top, left = rng.integers(0, ROWS - height + 1), rng.integers(0, COLUMNS - width + 1)
    hole = np.zeros((ROWS, COLUMNS), bool)
    hole[top : top + height, left : left + width] = True
    return hole


def side(rng):
    hole = np.zeros((ROWS, COLUMNS), bool)
    if ROWS > 1 and rng.random() < 0.5:
        hole[: side_of(ROWS, rng)] = True
        return hole[::-1] if rng.random() < 0.5 else hole
    hole[:, : side_of(COLUMNS, rng)] = True
    return hole[:, ::-1] if rng.random() < 0.5 else hole


def stroke(rng):
    """A brush that turns a little at each of its four parts (Yu et al. 2019, section 3.3)."""
    longest = COLUMNS if ROWS == 1 else min(ROWS, COLUMNS)
    radius = max(0.75, longest * NOISE_LEVEL * rng.uniform(0.05, 0.15))
    middles = np.stack(np.meshgrid(np.arange(COLUMNS) + 0.5, np.arange(ROWS) + 0.5), axis=-1)
    ends = np.array([COLUMNS, ROWS])
    at, angle = rng.random(2) * ends, rng.uniform(0, 2 * np.pi)
    hole = np.zeros((ROWS, COLUMNS), bool)
    for _ in range(4):
        length = longest * NOISE_LEVEL * rng.uniform(0.25, 1) / 2
        to = np.clip(at + length * np.array([np.cos(angle), np.sin(angle)]), 0, ends)
        along = (middles - at) @ (to - at) / max(1e-12, (to - at) @ (to - at))
        nearest = at + np.clip(along, 0, 1)[..., None] * (to - at)
        hole |= ((middles - nearest) ** 2).sum(axis=-1) <= radius**2
        at, angle = to, angle + np.pi * rng.uniform(-0.5, 0.5)
    return hole


def missing_pixels(count, rng):
    """Half of the holes are rectangles, a quarter whole sides, a quarter brush strokes."""
    forms = rng.choice([rectangle, side, stroke], count, p=[0.5, 0.25, 0.25])
    return np.stack([form(rng) for form in forms])`;

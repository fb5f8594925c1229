// Which training samples are trained on and which are held out, as data/subset.ts decides it.
import { streams } from '../../../core/random';
import type { SeriesWindows } from '../../../core/samples/series/series-windows';
import { blocks } from '../python';
import type { ScriptFacts } from '../source';

export function splitPart(facts: ScriptFacts): string {
  const { experiment, dataset } = facts;
  const hasValidation = experiment.validationShare > 0;
  const choose =
    experiment.classes.length > 0
      ? `    chosen = np.isin(labels, CLASSES)
    if not (chosen & ~held_out${hasValidation && dataset.windows ? ' & ~between' : ''}).any():
        chosen[:] = True  # the data have none of these classes
`
      : '    chosen = np.ones(len(labels), bool)\n';
  const heldOut = !hasValidation
    ? '    held_out = np.zeros(len(labels), bool)\n'
    : dataset.windows
      ? '    held_out, between = held_out_windows(len(labels))\n'
      : '    held_out = held_out_samples(labels)\n';
  const trained = hasValidation && dataset.windows ? 'chosen & ~held_out & ~between' : 'chosen & ~held_out';
  return blocks(
    !hasValidation ? null : dataset.windows ? ofWindows(dataset.windows, dataset.shape) : ofSamples,
    `def split(labels):
    """Which of the training samples are trained on, and which are held out for validation ([count] each)."""
${heldOut}${choose}    return ${trained}, chosen & held_out`,
  );
}

const ofSamples = `def pcg4d(a, b, c, d):
    """A hash of four 32-bit integers (Jarzynski & Olano 2020): what the playground draws its numbers from."""
    mask = 0xFFFFFFFF
    x, y, z, w = ((v * 1664525 + 1013904223) & mask for v in (a, b, c, d))
    for last in (False, True):
        x = (x + y * w) & mask
        y = (y + z * x) & mask
        z = (z + x * y) & mask
        w = (w + y * z) & mask
        if not last:
            x, y, z, w = x ^ x >> 16, y ^ y >> 16, z ^ z >> 16, w ^ w >> 16
    return x


def held_out_samples(labels):
    """One sample at random in every 1 / share of each class: the same ones as in the playground."""
    held_out = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        of_class = np.flatnonzero(labels == label)
        block, end = 0, 0
        while end < len(of_class):
            start = max(1, end)  # a class keeps its first sample
            end = math.ceil((block + 1) / VALIDATION_SHARE - 1e-6)
            draw = (pcg4d(SEED, ${streams.split}, int(label), block) >> 8) / 2**24
            at = start + int(draw * (end - start))
            if at < len(of_class):
                held_out[of_class[at]] = True
            block += 1
    return held_out`;

function ofWindows({ stride, recordings }: SeriesWindows, [length = 1]: readonly number[]): string {
  const stretches = recordings.map(({ train: { first, count } }) => `(${first}, ${count})`);
  return `# Training windows of each recording: the first, and how many. Neighbouring windows overlap.
RECORDINGS = [${stretches.join(', ')}]
GAP = ${Math.ceil(length / stride) - 1}  # windows that overlap the next one


def held_out_windows(count):
    """The last stretch of each recording, and the windows before it that overlap it."""
    held_out, between = np.zeros(count, bool), np.zeros(count, bool)
    for first, windows in RECORDINGS:
        held = min(math.floor(VALIDATION_SHARE * windows + 0.5), max(0, windows - 1))
        start = windows - held
        trained = windows if held == 0 else max(min(1, windows), start - GAP)
        held_out[first + start : first + windows] = True
        between[first + trained : first + start] = True
    return held_out, between`;
}

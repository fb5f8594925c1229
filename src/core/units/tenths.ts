// Samples from all of a unit's range: the top alone shows what a unit is at its extreme, not what it mostly says (as viewers of
// sparse autoencoders found: Bricken et al. 2023, "Towards Monosemanticity", show samples by interval of activation).

export interface Tenth {
  readonly from: number;
  readonly to: number;
  /** How many samples lie in it; the upper end belongs to the next one, save of the last. */
  readonly count: number;
  /** Some of them, evenly spread over the tenth by rank, strongest first. */
  readonly samples: readonly number[];
}

/**
 * Ten parts of equal width from the least activation to the greatest, greatest first; one where all are the same.
 * @param values activation for each sample; what is not finite is left out
 * @param most samples picked of each
 */
export function tenthsOf(values: Float32Array, most: number): Tenth[] {
  const finite = Array.from(values, (_, sample) => sample).filter((sample) =>
    Number.isFinite(values[sample]),
  );
  const sorted = finite.sort((a, b) => values[b]! - values[a]! || a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [least, greatest] = [values[last]!, values[first]!];
  if (least === greatest)
    return [{ from: least, to: greatest, count: sorted.length, samples: spread(sorted, most) }];
  const width = (greatest - least) / 10;
  const members = Array.from({ length: 10 }, (): number[] => []);
  for (const sample of sorted) {
    const tenth = Math.min(9, Math.max(0, Math.floor((values[sample]! - least) / width)));
    members[tenth]?.push(sample);
  }
  return members
    .map((samples, tenth) => ({
      from: least + tenth * width,
      to: tenth === 9 ? greatest : least + (tenth + 1) * width,
      count: samples.length,
      samples: spread(samples, most),
    }))
    .reverse();
}

/** The samples that excite a unit most, strongest first. */
export function strongestSamples(values: Float32Array, most: number): number[] {
  return Array.from(values, (_, sample) => sample)
    .filter((sample) => Number.isFinite(values[sample]))
    .sort((a, b) => values[b]! - values[a]! || a - b)
    .slice(0, most);
}

function spread(samples: readonly number[], most: number): number[] {
  const picked = Math.min(most, samples.length);
  return Array.from(
    { length: picked },
    (_, at) => samples[Math.floor(((at + 0.5) * samples.length) / picked)] ?? 0,
  );
}

/** In which share of the samples a unit stays below a value, in [0, 1]. */
export function placeAmong(values: Float32Array, value: number): number {
  let below = 0;
  for (const other of values) if (other < value) below++;
  return values.length === 0 ? 0 : below / values.length;
}

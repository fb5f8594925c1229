// The classes whose boxes are ticked, and the list in an experiment, in which an empty list stands for all classes.

/** The boxes that are ticked: those of the list which the data set has, or all. */
export function chosenOf(classes: readonly number[], count: number): ReadonlySet<number> {
  const known = classes.filter((index) => index < count);
  return new Set(known.length > 0 ? known : Array.from({ length: count }, (_, index) => index));
}

/** The list of the ticked boxes, in rising order; empty where all are. */
export function listOf(chosen: ReadonlySet<number>, count: number): number[] {
  return chosen.size === count ? [] : [...chosen].sort((a, b) => a - b);
}

export function toggled(chosen: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(chosen);
  if (!next.delete(index)) next.add(index);
  return next;
}

/** The boxes that are not ticked. */
export function inverted(chosen: ReadonlySet<number>, count: number): ReadonlySet<number> {
  return new Set(Array.from({ length: count }, (_, index) => index).filter((index) => !chosen.has(index)));
}

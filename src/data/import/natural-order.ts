const collator = new Intl.Collator('en', { numeric: true });

/** Orders names as people do: `2` before `10`. Names that only differ in how they are written keep a fixed order too. */
export function naturalOrder(one: string, other: string): number {
  return collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
}

// Looking up the entry of a registry by an id that came from an experiment, which may be any string.

/** Looks up a table that need not have an entry for every kind. */
export function findKind<T>(table: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

/**
 * The entry of a registry.
 * @throws Error when there is none: an id is checked where it comes in (experiment-schema.ts)
 */
export function kindOf<T>(registry: Readonly<Record<string, T>>, id: string): T {
  const kind = findKind(registry, id);
  if (kind === undefined) throw new Error(`There is no “${id}” among ${Object.keys(registry).join(', ')}.`);
  return kind;
}

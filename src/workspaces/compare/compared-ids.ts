// The compared runs in the address: `#compare/runs/<id>+<id>`. A reload and a link within this browser show the same.

const list = '#compare/runs';

/** Where the list of all runs is. */
export const runListHref = list;

/** Ids of the runs that a fragment names, each once; none where it names the list. */
export function comparedIds(hash: string): string[] {
  if (!hash.startsWith(`${list}/`)) return [];
  const ids = hash
    .slice(list.length + 1)
    .split('+')
    .map(decoded)
    .filter(Boolean);
  return [...new Set(ids)];
}

export function comparedHref(ids: readonly string[]): string {
  return `${list}/${ids.map(encodeURIComponent).join('+')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

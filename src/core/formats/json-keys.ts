// Duplicate keys in JSON: `JSON.parse` keeps the last value of a key and says nothing, so that two programs can read the same
// file differently.

/**
 * The first key that one object of the text has twice; null where there is none.
 * @param text valid JSON
 */
export function duplicateKey(text: string): string | null {
  /** Keys of the objects that are open; null for an array. */
  const open: (Set<string> | null)[] = [];
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    const [match, colon] = token;
    if (match === '{') open.push(new Set());
    else if (match === '[') open.push(null);
    else if (match === '}' || match === ']') open.pop();
    else if (colon !== undefined) {
      const key = JSON.parse(match.slice(0, -colon.length)) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return null;
}

// Values as Python writes them.

/** `(28, 28, 1)`, `(40,)`. */
export function tuple(values: readonly (number | string)[]): string {
  return values.length === 1 ? `(${values[0] ?? ''},)` : `(${values.join(', ')})`;
}

/** A number without the `e+21` that Python would read all the same, and with a point where it is a float. */
export function float(value: number): string {
  const text = String(value);
  return Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text;
}

/** A string in double quotes; whatever is not printable ASCII is escaped, so that no name can end it. */
export function text(value: string): string {
  return JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Plain JSON as a Python dict, a line for each of its entries. Fields that are undefined are left out. */
export function dict(value: Readonly<Record<string, unknown>>): string {
  return ['{', ...entriesOf(value).map((entry) => `    ${entry},`), '}'].join('\n');
}

function entriesOf(value: object): string[] {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return entries.map(([key, entry]) => `${text(key)}: ${literal(entry)}`);
}

function literal(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{${entriesOf(value).join(', ')}}`;
  return value === null ? 'None' : String(value);
}

/** Text for a comment or a docstring: on one line, and without what would end a docstring. */
export function prose(value: string): string {
  return value.replaceAll('\\', '/').replaceAll('"', "'").replace(/\s+/g, ' ').trim();
}

/** Joins blocks of code with two empty lines between them, as PEP 8 asks. */
export function blocks(...parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .join('\n\n\n');
}

/** Lines of which some may be left out. */
export function lines(...parts: readonly (string | false | null)[]): string {
  return parts.filter((part) => part !== false && part !== null).join('\n');
}

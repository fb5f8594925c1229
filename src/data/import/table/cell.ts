// What a cell holds: a number, nothing, or a text.

const missing = new Set(['', 'na', 'n/a', '#n/a', 'nan', '-nan', 'null', '?']);

export function isMissing(cell: string): boolean {
  return missing.has(cell.trim().toLowerCase());
}

/** The number in a cell; NaN where it holds none, or one that a 32-bit float cannot. */
export function numberIn(cell: string, hasDecimalComma: boolean): number {
  if (hasDecimalComma) return cell.includes('.') ? NaN : numberIn(cell.replace(',', '.'), false);
  const short = shortNumber(cell);
  if (!Number.isNaN(short)) return short;
  // `Number` takes blanks for 0, and reads hexadecimal.
  if (/[xbo]|^\s*$/i.test(cell)) return NaN;
  const value = Number(cell);
  return Number.isFinite(Math.fround(value)) ? value : NaN;
}

/** Some cells are numbers with a comma, and none is one with a point. */
export function usesDecimalComma(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.flat();
  return (
    cells.some((cell) => /^\s*[+-]?\d+,\d+(e[+-]?\d+)?\s*$/i.test(cell)) &&
    !cells.some((cell) => /^\s*[+-]?\d*\.\d+(e[+-]?\d+)?\s*$/i.test(cell))
  );
}

const powersOfTen = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * The number in up to 15 characters of digits, with a sign or a point: as `Number` has it, several times as fast, since up to
 * 15 digits and a power of ten are exact in a double and their quotient is rounded once. NaN for anything else.
 */
function shortNumber(cell: string): number {
  const { length } = cell;
  if (length > 15) return NaN;
  const isNegative = cell.charCodeAt(0) === 45;
  let digits = 0;
  let decimals = -1;
  let value = 0;
  for (let at = isNegative ? 1 : 0; at < length; at++) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      digits += 1;
    } else if (code === 46 && decimals < 0) decimals = length - 1 - at;
    else return NaN;
  }
  if (digits === 0) return NaN;
  if (decimals > 0) value /= powersOfTen[decimals]!;
  return isNegative ? -value : value;
}

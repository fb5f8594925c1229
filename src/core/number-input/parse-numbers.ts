// Parses numbers that a person types: the one grammar of every field. It reads back whatever `core/number-text.ts` writes.
import { hasDecimalComma } from '../language/languages';

/** What a comma inside a number means; where the page writes a decimal comma, what a point means. */
export type CommaMeaning = 'none' | 'thousands' | 'decimal';

export interface TypedNumber {
  readonly value: number;
  readonly comma: CommaMeaning;
}

const exponentOf = { k: 3, K: 3, M: 6, '%': -2 } as const;

/** Spaces and apostrophes that separate thousands: `10 000`, `10’000`. */
const groupSeparator = String.raw`[ \u00a0\u2009\u202f'’]`;

/** The ways to write the digits of a number, tried in order. */
const notations: readonly {
  readonly pattern: RegExp;
  readonly comma: CommaMeaning;
  /** The digits in JavaScript's notation. */
  readonly toPlain: (digits: string) => string;
}[] = [
  { pattern: /^(\d+\.?\d*|\.\d+)$/, comma: 'none', toPlain: (digits) => digits },
  {
    pattern: /^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/,
    comma: 'thousands',
    toPlain: (digits) => digits.replaceAll(',', ''),
  },
  {
    pattern: new RegExp(String.raw`^[1-9]\d{0,2}(${groupSeparator})\d{3}(\1\d{3})*(\.\d*)?$`),
    comma: 'none',
    toPlain: (digits) => digits.replace(/[^\d.]/g, ''),
  },
  {
    pattern: new RegExp(String.raw`^[1-9]\d{0,2}(${groupSeparator}|\.)\d{3}(\1\d{3})*,\d+$`),
    comma: 'decimal',
    toPlain: (digits) => digits.replace(/[^\d,]/g, '').replace(',', '.'),
  },
  {
    pattern: /^[1-9]\d{0,2}(\.\d{3}){2,}$/,
    comma: 'none',
    toPlain: (digits) => digits.replaceAll('.', ''),
  },
  { pattern: /^\d*,\d+$/, comma: 'decimal', toPlain: (digits) => digits.replace(',', '.') },
];

/**
 * One number, or null where the text is none. The decimal separator is a point. A comma separates thousands where the page
 * would write it so, in front of groups of three digits: `10,000`, `1,234` (1234), `1,234.5`. Anywhere else it is a decimal
 * comma: `0,5`, `1,5`, `0,125`, `12,3456`, `1.234,5`. Thousands may also be separated by spaces, apostrophes, or two and more
 * points (`1.234.567`). Exponents (`1e-4`), `15k`, `2M`, `61 %` and a true minus sign are read too. Where the page writes a decimal
 * comma, comma and point change places: `0,5` and `0.5` are a half, `1.234` is 1234.
 */
export function parseNumber(text: string): TypedNumber | null {
  const match = /^([+\-−]?)(.*?)(?:[eE]([+\-−]?\d+))?\s?([kKM%])?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', written = '', exponent = '0', suffix] = match;
  const digits = hasDecimalComma() ? written.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) : written;
  const notation = notations.find(({ pattern }) => pattern.test(digits));
  if (notation === undefined) return null;
  const shift = suffix === undefined ? 0 : exponentOf[suffix as keyof typeof exponentOf];
  const power = Number(exponent.replace('−', '-')) + shift;
  const size = Number(`${notation.toPlain(digits)}e${power}`);
  if (!Number.isFinite(size)) return null;
  return { value: sign === '' || sign === '+' ? size : -size, comma: notation.comma };
}

export interface TypedNumbers {
  /** In the order typed, each with the text it was read from. */
  readonly numbers: readonly { readonly value: number; readonly word: string }[];
  /** A comma without a space could have meant something else, so the reading should be shown. */
  readonly isAmbiguous: boolean;
}

/**
 * A list of numbers. Spaces, semicolons and commas followed by a space separate. A comma inside a word follows
 * `parseNumber`, so `1,000, 2,000` is two numbers and `0,5; 2` is 0.5 and 2. It separates where the word is no single
 * number (`1,2,4,8`, `0.1,0.2`), and between whole numbers (`4,8`), which have no decimals. Thousands come first: `64,128`
 * is one number. Where a number has decimals, `1,5` is 1.5.
 * @param integer only whole numbers make sense here
 * @returns or the first word that is not a number
 */
export function parseNumbers(text: string, integer: boolean): TypedNumbers | { notANumber: string } {
  const numbers: { value: number; word: string }[] = [];
  let isAmbiguous = false;
  for (const between of text.split(/[ \t\r\n;]+/)) {
    const word = between.replace(/^,+|,+$/g, '');
    if (word === '') continue;
    const whole = parseNumber(word);
    const isOne = whole !== null && !(integer && hasDecimals(word, whole));
    isAmbiguous ||= isOne ? whole.comma !== 'none' : word.includes(',');
    if (isOne) {
      numbers.push({ value: whole.value, word });
      continue;
    }
    for (const piece of word.split(/[,\s]+/)) {
      // A group of thousands that has lost its number: `1,000,5`.
      const part = /^0\d/.test(piece) ? null : parseNumber(piece);
      if (part === null) return { notANumber: word };
      numbers.push({ value: part.value, word: piece });
    }
  }
  return { numbers, isAmbiguous };
}

/** Whether the comma of a word is a decimal comma. */
function hasDecimals(word: string, { value, comma }: TypedNumber): boolean {
  return comma === 'decimal' || (word.includes(',') && !Number.isInteger(value));
}

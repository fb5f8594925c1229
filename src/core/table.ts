// Tables of text and numbers, and their formats for files and the clipboard.

export interface Table {
  readonly columns: readonly string[];
  /** Null where a number is unknown. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * Spreadsheets run a cell that begins with one of these as a formula (OWASP, "CSV Injection"). Such text gets an apostrophe in
 * front, which they take for "this is text". Numbers are written as they are.
 */
const startsFormula = /^[=+\-@\t\r]/;

function cellText(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'string' && startsFormula.test(value) ? `'${value}` : String(value);
}

/** Marks the file as UTF-8, without which Excel reads the local 8-bit encoding. */
const byteOrderMark = '\ufeff';

/**
 * Comma-separated values (RFC 4180) in UTF-8 with a byte order mark; quoted where a value needs it.
 * @param part `rows`: what follows a piece that was written before, so neither the mark nor the columns
 */
export function tableCsv({ columns, rows }: Table, part: 'all' | 'rows' = 'all'): string {
  const cell = (value: string | number | null) => {
    const text = cellText(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = (of: Table['rows']) => of.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return part === 'rows' ? lines(rows) : byteOrderMark + lines([columns, ...rows]);
}

/** Tab-separated values, which spreadsheets accept from the clipboard. */
export function tableText({ columns, rows }: Table): string {
  const cell = (value: string | number | null) => cellText(value).replaceAll(/\s+/g, ' ');
  return [columns, ...rows].map((row) => row.map(cell).join('\t')).join('\n');
}

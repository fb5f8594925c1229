// What the menu "Show, save or copy" says.
import { t } from '@lingui/core/macro';
import { countText } from '../../../core/number-text';
import type { DataFormat } from '../data/data-file';

export const texts = {
  title: t`Show, save or copy`,
  picture: t`Picture`,
  table: t({ message: 'Table', comment: 'A button: shows the numbers of a chart as a table' }),
  back: t`Back to the menu`,
  earlierRows: t`Earlier rows`,
  laterRows: t`Later rows`,
  unknown: '—',
  copy: t`Copy`,
  png: 'PNG',
  svg: 'SVG',
  screenLook: t`Dark, as on the screen`,
  screenLookMeaning: t`Otherwise pictures have the light colours, for paper and slides`,
  reading: t`Reading…`,
  nothing: t`There is nothing to save here yet.`,
  working: t`Working…`,
  noClipboard: t`This browser cannot copy pictures: save the PNG instead.`,
  clipboardDenied: t`The browser did not allow copying: save a file instead.`,
  unreadable: t`This browser does not let the page read its pictures. The numbers can be saved.`,
  pictureFailed: t`The picture could not be drawn. Try the other format.`,
  dataFailed: t`The numbers could not be read. Try again when the panel has been updated.`,
  copied: t`Copied.`,
} as const;

export const formatNames: Readonly<Record<DataFormat, string>> = { csv: 'CSV', json: 'JSON', npy: 'NPY' };

export function saveLabel(what: string, format: string): string {
  return t`Save ${what} as ${format}`;
}

export function tableLabel(what: string): string {
  return t`Show ${what} as a table`;
}

/** Columns that tell where a number stands: in which sample, and in which of its lines. */
export function placeNames() {
  return {
    sample: t({ message: 'sample', comment: 'Head of a column of a table: the number of the sample' }),
    row: t({ message: 'row', comment: 'Head of a column of a table: a row of pixels' }),
  };
}

export function rowsText(first: number, last: number, count: number): string {
  const [from, to, all] = [countText(first), countText(last), countText(count)];
  return t`Rows ${from} to ${to} of ${all}`;
}

export function copyLabel(what: string): string {
  return t`Copy ${what}`;
}

export function savedText(file: string, hasFont = true): string {
  return hasFont ? t`Saved as ${file}` : t`Saved as ${file}, without its font, which did not load.`;
}

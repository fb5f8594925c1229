// What the menu "Save or copy" says.
import { t } from '@lingui/core/macro';
import type { DataFormat } from '../data/data-file';

export const texts = {
  title: t`Save or copy`,
  picture: t`Picture`,
  copy: t`Copy`,
  png: 'PNG',
  svg: 'SVG',
  screenLook: t`Dark, as on the screen`,
  screenLookMeaning: t`Otherwise pictures have the light colours, for paper and slides`,
  reading: t`Reading …`,
  nothing: t`There is nothing to save here yet.`,
  working: t`Working …`,
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

export function copyLabel(what: string): string {
  return t`Copy ${what}`;
}

export function savedText(file: string, hasFont = true): string {
  return hasFont ? t`Saved as ${file}` : t`Saved as ${file}, without its font, which did not load.`;
}

// What the menu "Save or copy" says.
import type { DataFormat } from '../data/data-file';

export const texts = {
  title: 'Save or copy',
  picture: 'Picture',
  copy: 'Copy',
  png: 'PNG',
  svg: 'SVG',
  screenLook: 'Dark, as on the screen',
  screenLookMeaning: 'Otherwise pictures have the light colours, for paper and slides',
  reading: 'Reading …',
  nothing: 'There is nothing to save here yet.',
  working: 'Working …',
  noClipboard: 'This browser cannot copy pictures: save the PNG instead.',
  clipboardDenied: 'The browser did not allow copying: save a file instead.',
  unreadable: 'This browser does not let the page read its pictures. The numbers can be saved.',
  pictureFailed: 'The picture could not be drawn. Try the other format.',
  dataFailed: 'The numbers could not be read. Try again when the panel has been updated.',
  copied: 'Copied.',
} as const;

export const formatNames: Readonly<Record<DataFormat, string>> = { csv: 'CSV', json: 'JSON', npy: 'NPY' };

export function saveLabel(what: string, format: string): string {
  return `Save ${what} as ${format}`;
}

export function copyLabel(what: string): string {
  return `Copy ${what}`;
}

export function savedText(file: string, hasFont = true): string {
  return hasFont ? `Saved as ${file}` : `Saved as ${file}, without its font, which did not load.`;
}

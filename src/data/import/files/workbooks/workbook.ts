// Spreadsheets' own formats, which are not read here: most are ZIP archives, told by the names of what is in them.
import type { ImportFailure } from '../../../../core/import/import-failure';

type Kind = Extract<ImportFailure, { code: 'import.workbook' }>['kind'];

/** A spreadsheet among the chosen files. */
export interface Workbook {
  readonly file: string;
  readonly kind: Kind;
}

/** `paths`: of all entries of an archive. Null: it is no spreadsheet. */
export function workbookKind(paths: readonly string[]): Kind | null {
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path));
  if (has(/^\[Content_Types\]\.xml$/) && has(/^xl\//)) return 'excel';
  if (has(/^mimetype$/) && has(/^content\.xml$/) && has(/^META-INF\/manifest\.xml$/)) return 'open-document';
  return has(/^Index(\.zip$|\/.*\.iwa$)/) ? 'numbers' : null;
}

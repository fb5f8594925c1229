// Which format a set of files has. Files of two formats are refused; what accompanies data without being any (a read-me beside
// pictures) is left out.
import type { ImportFormat } from '../../../core/import/import-api';
import { fail } from '../fail';
import type { Job } from '../job';
import type { OpenedFile } from './open-files';

export interface Chosen {
  readonly format: ImportFormat;
  /** At least one. */
  readonly files: readonly OpenedFile[];
  /** Tables beside pictures, which may say of what class these are. */
  readonly tables: readonly OpenedFile[];
}

/** A text that stands beside data of another kind is a table only if its name says so. */
const claimsTable = /\.(csv|tsv|tab|dat|data)$/i;
/** What stands beside tables. */
const accompanying =
  /\.(md|rst|html?|xml|json|ya?ml|pdf|names)$|(^|\/)(readme|licen[cs]e|copying|index)[^/]*$/i;

/** A name that claims to be data: an unknown file of that name is a broken one. */
const claimsData = /idx\d|ubyte|\.(idx|npy|npz|csv|tsv|gz)$|(images|labels)$/i;

const formats = { idx: 'idx', npy: 'npy', table: 'table', picture: 'pictures', sound: 'sound' } as const;

export function chooseFormat(opened: readonly OpenedFile[], job: Job): Chosen {
  const known = opened.filter(({ kind }) => kind !== 'unknown');
  const unknown = opened.filter(({ kind }) => kind === 'unknown');
  const data = findData(known);
  const [first] = data;
  if (!first) return failNothing(unknown);
  const kind = first.kind as keyof typeof formats;
  const broken = unknown.find(({ path }) => kind !== 'picture' && claimsData.test(path));
  if (broken) fail({ code: 'import.unknown-format', file: broken.path, begins: broken.begins });
  const isOther = (file: OpenedFile) => file.kind !== kind && !(kind === 'picture' && file.kind === 'table');
  const other = data.find(isOther);
  if (other) fail({ code: 'import.mixed', files: [first.path, other.path] });
  const files = data.filter((file) => file.kind === kind);
  const tables = data.filter((file) => file.kind !== kind);
  const used = new Set(data);
  for (const file of opened) {
    if (!used.has(file)) job.leaveOut(kind === 'picture' ? 'not-a-picture' : 'unused-file', file.path);
  }
  const isArchive = data.every(({ path }) => /\.(npz|zip)\//i.test(path));
  return { format: kind === 'npy' && isArchive ? 'npz' : formats[kind], files, tables };
}

/** Files that are not there to accompany others. A text alone may be a table, whatever its name. */
function findData(known: readonly OpenedFile[]): readonly OpenedFile[] {
  const others = known.filter(({ kind }) => kind !== 'table');
  if (others.length === 0) {
    const tables = known.filter(({ path }) => !accompanying.test(path));
    return tables.length > 0 ? tables : known;
  }
  return [
    ...withoutRarer(others),
    ...known.filter(({ kind, path }) => kind === 'table' && claimsTable.test(path)),
  ];
}

/** A cover beside songs, or a film beside pictures: of pictures and sounds the rarer accompany the others. */
function withoutRarer(others: readonly OpenedFile[]): readonly OpenedFile[] {
  const pictures = others.filter(({ kind }) => kind === 'picture').length;
  const sounds = others.filter(({ kind }) => kind === 'sound').length;
  if (pictures === 0 || sounds === 0) return others;
  const rarer = sounds > pictures ? 'picture' : 'sound';
  return others.filter(({ kind }) => kind !== rarer);
}

function failNothing(unknown: readonly OpenedFile[]): never {
  const [first] = unknown;
  if (!first) return fail({ code: 'import.nothing' });
  if (unknown.length > 1) fail({ code: 'import.no-pictures', file: first.path, leftOut: unknown.length });
  return fail({ code: 'import.unknown-format', file: first.path, begins: first.begins });
}

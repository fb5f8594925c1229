// A table beside pictures that names them, with a column for the class: `labels.csv` with `filename,label`, or Kaggle's `id,label`
// without the ending of the files.
import type { SourceFile } from '../../../../core/import/import-api';
import type { Job } from '../../job';
import { maxClasses } from '../../limits';
import { isMissing } from '../../table/cell';
import { labelNames, plainName } from '../../table/pairs/label-names';
import { findLayout } from '../../table/table-layout';
import { readRows, readSample } from '../../table/table-text';

/** Rows from which it is told how many columns there are. */
const lookedRows = 500;
/** How many of its folders a table may write before a picture's name. */
const mostFolders = 3;

/** Class names by the paths of the pictures. */
export type PictureLabels = ReadonlyMap<string, string>;

/** Null where no column of the table names pictures, or no other column could be a class. */
export async function readPictureLabels(
  table: SourceFile,
  pictures: readonly SourceFile[],
  job: Job,
): Promise<PictureLabels | null> {
  const rows = await readAll(table, job);
  const places = placesByName(pictures);
  const nameColumn = findNameColumn(rows, places, pictures.length);
  if (nameColumn === null) return null;
  const pictureOf = (row: readonly string[]) => placeOf(row[nameColumn] ?? '', places);
  const [first = []] = rows;
  const header = pictureOf(first) === null ? first : null;
  const named = rows.filter((row) => pictureOf(row) !== null);
  const labelColumn = findLabelColumn(named, nameColumn, header);
  if (labelColumn === null) return null;
  const labels = new Map<string, string>();
  for (const row of named) {
    const label = (row[labelColumn] ?? '').trim();
    const picture = pictures[pictureOf(row) ?? -1];
    if (picture && !isMissing(label)) labels.set(picture.path, label);
  }
  const column = header?.[labelColumn]?.trim() || `Column ${labelColumn + 1}`;
  job.note({ code: 'import.note.labels-from', file: table.path, column });
  return labels;
}

async function readAll({ path, blob }: SourceFile, job: Job): Promise<string[][]> {
  const { text, encoding } = await readSample(path, blob);
  const layout = findLayout(text, path, null);
  const all: string[][] = [];
  for await (const { rows } of readRows(path, blob, encoding, layout, job, () => undefined)) {
    for (const row of rows) if (row.some((cell) => cell.trim() !== '')) all.push([...row]);
  }
  return all;
}

/** Where a picture stands in the list, by what a table may call it; null for a name that several have. */
type Places = ReadonlyMap<string, number | null>;

function placesByName(pictures: readonly SourceFile[]): Places {
  const places = new Map<string, number | null>();
  for (const [place, { path }] of pictures.entries()) {
    const parts = path.toLowerCase().split('/');
    for (let from = Math.max(0, parts.length - 1 - mostFolders); from < parts.length; from++) {
      const name = parts.slice(from).join('/');
      for (const key of new Set([name, withoutEnding(name)])) places.set(key, places.has(key) ? null : place);
    }
  }
  return places;
}

function withoutEnding(name: string): string {
  return name.replace(/\.(png|jpe?g|webp|gif|avif|bmp|jfif)$/, '');
}

/** Null where the cell names no picture, or several. */
function placeOf(cell: string, places: Places): number | null {
  const name = cell
    .trim()
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '');
  const parts = name.split('/');
  // The folders that a table writes may be those of another machine.
  for (let from = 0; from < parts.length; from++) {
    const rest = parts.slice(from).join('/');
    const place = places.get(rest) ?? places.get(withoutEnding(rest));
    if (place !== undefined) return place;
  }
  return null;
}

/** The column whose cells name the most pictures: more than half of the rows do, or half of the pictures are named. */
function findNameColumn(
  rows: readonly (readonly string[])[],
  places: Places,
  pictures: number,
): number | null {
  const columns = Math.max(0, ...rows.slice(0, lookedRows).map(({ length }) => length));
  const counts = Array.from({ length: columns }, (_, column) => {
    const named = new Set(rows.map((row) => placeOf(row[column] ?? '', places)));
    named.delete(null);
    return named.size;
  });
  const most = Math.max(0, ...counts);
  const isMeant = most * 2 > rows.length || (most > 1 && most * 2 >= pictures);
  return isMeant ? counts.indexOf(most) : null;
}

/** By its name; else the first column in which values come again and again. */
function findLabelColumn(
  rows: readonly (readonly string[])[],
  nameColumn: number,
  header: readonly string[] | null,
): number | null {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const counts = Array.from({ length: columns }, (_, column) => new Set(rows.map((row) => row[column])).size);
  const canBeClass = (column: number) => column !== nameColumn && (counts[column] ?? 0) <= maxClasses;
  const names = header?.map(plainName) ?? [];
  for (const name of labelNames) {
    const column = names.indexOf(name);
    if (column >= 0 && canBeClass(column)) return column;
  }
  const likely = counts.findIndex(
    (count, column) => canBeClass(column) && count * 2 <= rows.length && count > 1,
  );
  if (likely >= 0) return likely;
  const only = columns === 2 ? 1 - nameColumn : -1;
  return only >= 0 && canBeClass(only) ? only : null;
}

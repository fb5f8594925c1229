// What a data set is called until a person names it.
import type { SourceFile } from '../../../core/import/import-api';

/** The folder that was chosen, or the file without its endings; of several files, what their names begin with. */
export function nameOfFiles(files: readonly SourceFile[]): string {
  const paths = files.map(({ path }) => path.split('/').filter((part) => part !== ''));
  const [first = []] = paths;
  const [folder = ''] = first;
  if (first.length > 1 && paths.every((path) => path.length > 1 && path[0] === folder)) return folder;
  const stems = paths.map((path) => (path.at(-1) ?? '').replace(/(\.[a-z0-9]{1,5})+$/i, ''));
  const [stem = ''] = stems;
  let shared = stem.length;
  while (!stems.every((other) => other.startsWith(stem.slice(0, shared)))) shared--;
  const beginning = stem.slice(0, shared).replace(/[\W_]+$/, '');
  return beginning.length > 2 ? beginning : stem;
}

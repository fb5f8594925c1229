// What folders say about the pictures in them: `train` and `test` are the split, the next level is the class.
import type { SourceFile } from '../../../core/import/import-api';
import { partOfFolder } from '../arrays/name-hint';
import { fail } from '../fail';
import type { Job } from '../job';
import { maxClasses } from '../limits';
import { naturalOrder } from '../natural-order';
import type { ParsedPictures } from '../parsed';

interface Placed extends SourceFile {
  readonly split: 'train' | 'test' | null;
  /** Folders around the picture, but for those that name a split. */
  readonly folders: readonly string[];
}

/** Whether most pictures to train on lie in folders that can be classes. */
export function hasClassFolders(files: readonly SourceFile[]): boolean {
  const placed = files.map(place);
  const shared = countShared(placed);
  const toTrain = placed.filter(({ split }) => split !== 'test');
  const asked = toTrain.length > 0 ? toTrain : placed;
  return asked.filter(({ folders }) => folders[shared] !== undefined).length > asked.length / 2;
}

/**
 * `files`: pictures, at least one. They come out in natural order of their paths.
 *
 * @param labels class names by path, in place of folders; null where there are none
 */
export function arrangePictures(
  files: readonly SourceFile[],
  labels: ReadonlyMap<string, string> | null,
  job: Job,
): ParsedPictures {
  const placed = files.map(place).sort((one, other) => naturalOrder(one.path, other.path));
  const shared = countShared(placed);
  const classOf = ({ path, folders }: Placed) => (labels ? labels.get(path) : folders[shared]) ?? null;
  // Pictures without a folder have no class. Where most to train on have none, the folders are no classes.
  const hasClasses = labels !== null || hasClassFolders(files);
  const used = hasClasses ? placed.filter((picture) => classOf(picture) !== null) : placed;
  if (hasClasses) {
    const why = labels ? 'unlabelled-picture' : 'unused-file';
    for (const picture of placed) if (classOf(picture) === null) job.leaveOut(why, picture.path);
  }
  const classNames = hasClasses ? [...new Set(used.map((picture) => classOf(picture) ?? ''))] : null;
  classNames?.sort(naturalOrder);
  if (classNames && classNames.length > maxClasses) {
    fail({ code: 'import.too-many-classes', classes: classNames.length, most: maxClasses });
  }
  const indices = new Map(classNames?.map((name, index) => [name, index]));
  return {
    kind: 'pictures',
    pictures: used.map((picture) => ({
      path: picture.path,
      blob: picture.blob,
      label: indices.get(classOf(picture) ?? '') ?? 0,
      split: picture.split,
    })),
    classNames,
    ...job.told(),
  };
}

function place({ path, blob }: SourceFile): Placed {
  const folders = path
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '' && part !== '.');
  const at = folders.findIndex((folder) => partOfFolder(folder) !== null);
  if (at < 0) return { path, blob, folders, split: null };
  const isTrain = partOfFolder(folders[at] ?? '') === 'train';
  return { path, blob, folders: folders.toSpliced(at, 1), split: isTrain ? 'train' : 'test' };
}

/** How many levels of folders hold all pictures: they are no classes. */
function countShared(placed: readonly Placed[]): number {
  const [first] = placed;
  if (!first) return 0;
  const differs = first.folders.findIndex((name, level) =>
    placed.some(({ folders }) => folders[level] !== name),
  );
  return differs < 0 ? first.folders.length : differs;
}

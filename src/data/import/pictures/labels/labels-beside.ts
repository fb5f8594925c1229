// What the tables beside pictures say: the classes of loose pictures, or nothing that is needed.
import type { SourceFile } from '../../../../core/import/import-api';
import { fail } from '../../fail';
import type { Job } from '../../job';
import { hasClassFolders } from '../arrange-pictures';
import { readPictureLabels, type PictureLabels } from './picture-labels';

/**
 * The labels of the first table that names the pictures; null where their folders are the classes, or no table does. Throws where a
 * table was chosen beside pictures, not found in their folder, and names none.
 */
export async function labelsBeside(
  pictures: readonly SourceFile[],
  tables: readonly SourceFile[],
  job: Job,
): Promise<PictureLabels | null> {
  let labels: PictureLabels | null = null;
  const areNeeded = !hasClassFolders(pictures);
  for (const table of tables) {
    const found: PictureLabels | null =
      areNeeded && labels === null ? await readPictureLabels(table, pictures, job) : null;
    labels ??= found;
    if (found !== null) continue;
    // A folder of pictures often has a table of remarks.
    const isAccompanying = !areNeeded || table.path.includes('/');
    if (!isAccompanying && labels === null) {
      fail({ code: 'import.labels-unmatched', file: table.path, pictures: pictures.length });
    }
    job.leaveOut('not-a-picture', table.path);
  }
  return labels;
}

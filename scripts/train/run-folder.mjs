// The folder that a training is written to.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Makes the folder, before anything is trained.
 *
 * @param {string} folder
 * @param {boolean} overwrite whether a run that is in it may be written over
 * @throws {Error} one sentence where it cannot be written to, or has a run
 */
export function prepareFolder(folder, overwrite) {
  try {
    makeFolder(resolve(folder));
    readdirSync(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const why =
      code === 'EEXIST' || code === 'ENOTDIR'
        ? 'there is a file of that name'
        : code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT'
          ? 'this account may not write there'
          : code;
    throw new Error(`Nothing can be written to ${folder}: ${why}.`, { cause: error });
  }
  if (!overwrite && readdirSync(folder).includes('metrics.json')) {
    throw new Error(`${folder} has a run already: choose another folder, or say --overwrite.`);
  }
}

/**
 * Level by level: Node's own `recursive` tries for ever in folders such as /proc.
 *
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Writes the files; one that cannot be written whole does not replace one that is there.
 *
 * @param {string} folder
 * @param {readonly { name: string, base64: string }[]} files
 * @throws {Error} where that fails
 */
export function writeFiles(folder, files) {
  for (const { name, base64 } of files) {
    const path = join(folder, name);
    try {
      writeFileSync(`${path}.part`, Buffer.from(base64, 'base64'));
      renameSync(`${path}.part`, path);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      throw new Error(`${path} could not be written (${code}).`, { cause: error });
    }
  }
}

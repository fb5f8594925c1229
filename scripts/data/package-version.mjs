// The version of an installed package: part of a data set's recipe.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} folder where the package is installed
 * @returns {string}
 */
export function packageVersion(folder) {
  const json = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  );
  return json.version;
}

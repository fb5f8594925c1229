// One hash for a set of files, to detect whether sources have changed since a build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * SHA-256 over the names and contents of files, independent of their order and times.
 *
 * @param {string} root names are taken relative to this folder
 * @param {string[]} paths files or folders (searched recursively); a missing one counts as absent
 * @param {(name: string) => boolean} [include] receives a name relative to root with forward slashes
 * @returns {string} hexadecimal
 */
export function hashFiles(root, paths, include = () => true) {
  const hash = createHash('sha256');
  for (const file of [...new Set(paths.flatMap((path) => filesUnder(join(root, path))))].sort()) {
    const name = relative(root, file).split(sep).join('/');
    if (!include(name)) continue;
    const content = readFileSync(file);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

/**
 * SHA-256 of bytes in memory.
 *
 * @param {Uint8Array | string} bytes
 * @returns {string} lower-case hexadecimal
 */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

// Finds a browser on this machine, or installs Debian's package of it.
import { installPackages, isExecutable, placesOf } from '../../scripts/programs.mjs';

/**
 * @param {string[]} commands any of which will do
 * @param {string[]} packages of Debian, that bring one of them
 * @returns {string | null} its path; null when there is none and this user cannot install it
 */
export function ensureBrowser(commands, packages) {
  const find = () => placesOf(commands).find(isExecutable) ?? null;
  return find() ?? (installPackages(packages) ? find() : null);
}

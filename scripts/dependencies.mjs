// Installs the npm packages when they differ from package-lock.json.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.mjs';

const noNetwork =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;

/**
 * @returns {boolean} whether anything was installed
 * @throws {Error} one sentence when there is no network, npm's own words when something else is wrong
 */
export function ensureDependencies() {
  if (areInstalled(projectRoot)) return false;
  console.log('Installing the dependencies (npm ci) ...');
  // Checks the connection first: without a network npm retries each package for minutes.
  const ping = npm(['ping', '--fetch-retries=1', '--fetch-retry-mintimeout=500', '--fetch-timeout=10000']);
  const source = noNetwork.test(ping.stderr) ? '--offline' : '--prefer-offline';
  const { status, stderr } = npm(['ci', source, '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0) throw new Error(installFailure(source === '--offline' ? ping.stderr : stderr));
  return true;
}

/**
 * Runs npm; its progress is not shown.
 *
 * @param {string[]} args
 * @returns {{ status: number | null, stderr: string }}
 * @throws {Error} when npm cannot be started
 */
function npm(args) {
  // Under `npm start`, npm gives its own path; that also avoids npm.cmd on Windows.
  const program = process.env['npm_execpath'];
  const [command, first] = program ? [process.execPath, [program]] : ['npm', []];
  const result = spawnSync(command, [...first, ...args, '--loglevel=error'], {
    cwd: projectRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (result.error) throw new Error(`npm could not be started: ${result.error.message}.`);
  return result;
}

/**
 * @param {string} stderr of npm
 * @returns {string} the message for the person
 */
export function installFailure(stderr) {
  const [code] = noNetwork.exec(stderr) ?? [];
  // The cause is at the top, followed by npm's manual.
  if (!code) return `The dependencies could not be installed:\n${stderr.split('\n').slice(0, 12).join('\n')}`;
  return (
    `The npm registry could not be reached (${code}), so the dependencies are not installed: ` +
    'check the network connection and run the command again.'
  );
}

/**
 * Compares package-lock.json with the record of installed packages that npm keeps in node_modules. npm writes that record last,
 * so an interrupted installation counts as missing.
 *
 * @param {string} folder the one with package-lock.json
 * @returns {boolean}
 */
export function areInstalled(folder) {
  const recordFile = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  const installed = packagesOf(recordFile);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
  const lock = /** @type {{ packages: ReturnType<typeof packagesOf> }} */ (
    JSON.parse(readFileSync(lockFile, 'utf8'))
  );
  return lock.packages;
}

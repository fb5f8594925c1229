// The Python environment of `npm run test:keras` and of native JAX in `npm run bench:speed`: made once from PyPI, at pinned versions,
// under `.cache/python`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../scripts/project.mjs';

const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));
const folder = join(projectRoot, '.cache', 'python');
const oldest = /** @type {const} */ ([3, 11]);
const candidates = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python'];

/**
 * @returns {{ python: string } | { missing: string }} the environment's interpreter, or why there is none
 */
export function ensureEnvironment() {
  const python = join(
    folder,
    ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
  );
  const stamp = join(folder, 'requirements.sha256');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { python };

  const found = candidates.find(isRecent);
  if (!found) return { missing: `there is no Python ${oldest.join('.')} or later` };
  rmSync(folder, { recursive: true, force: true });
  const made = run(found, ['-m', 'venv', folder], 60_000);
  if (made !== null) return { missing: `${found} makes no virtual environment (${made})` };
  const options = ['--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '20'];
  const installed = run(python, ['-m', 'pip', 'install', ...options, '-r', requirements], 300_000);
  if (installed !== null) return { missing: `PyPI does not give the packages (${installed})` };
  writeFileSync(stamp, wanted);
  return { python };
}

/** @param {string} command */
function isRecent(command) {
  const test = `import sys; sys.exit(sys.version_info < (${oldest.join(', ')}))`;
  return run(command, ['-c', test], 20_000) === null;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout in ms
 * @returns {string | null} the last line of what it said when it failed
 */
function run(command, args, timeout) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout });
  if (status === 0) return null;
  return (stderr || '').trim().split('\n').at(-1) || (error?.message ?? `exit code ${status}`);
}

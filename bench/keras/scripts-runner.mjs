// Runs Keras scripts in one Python process, one after the other.
import { fileURLToPath } from 'node:url';
import { JobsProcess } from '../python/jobs-process.mjs';

const program = fileURLToPath(new URL('run_scripts.py', import.meta.url));

/**
 * @param {string} python
 * @param {NodeJS.ProcessEnv} environment in addition to this process's
 */
export function scriptsRunner(python, environment = {}) {
  return new JobsProcess(python, program, { KERAS_BACKEND: 'jax', ...environment });
}

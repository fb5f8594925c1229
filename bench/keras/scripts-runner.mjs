// Runs the scripts in one Python process, one after the other.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('run_scripts.py', import.meta.url));

export class ScriptsRunner {
  #process;
  #answers;
  #log = '';

  /**
   * @param {string} python
   * @param {NodeJS.ProcessEnv} environment in addition to this process's
   */
  constructor(python, environment = {}) {
    this.#process = spawn(python, [program], {
      env: { ...process.env, KERAS_BACKEND: 'jax', ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#process.stderr
      .setEncoding('utf8')
      .on('data', (/** @type {string} */ text) => (this.#log = (this.#log + text).slice(-4000)));
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /**
   * @param {['run' | 'corrupt', ...string[]]} job as run_scripts.py reads it
   * @returns {Promise<unknown>}
   * @throws {Error} with the end of what the script said, where it fails
   */
  async do(job) {
    this.#log = '';
    this.#process.stdin.write(`${JSON.stringify(job)}\n`);
    const { value } = await this.#answers.next();
    /** @type {{ done?: unknown, failed?: string }} */
    const answer = value === undefined ? { failed: 'Python ended' } : JSON.parse(value);
    if (answer.failed !== undefined) throw new Error(`${answer.failed}\n${this.#log}`);
    return answer.done;
  }

  close() {
    this.#process.stdin.end();
  }
}

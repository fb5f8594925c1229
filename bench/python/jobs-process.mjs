// A Python program that is given jobs, one after the other: a line of JSON in, a line of JSON out.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export class JobsProcess {
  #process;
  #answers;
  #log = '';

  /**
   * @param {string} python
   * @param {string} program that reads a list from each line of its input, and answers `{ done }` or `{ failed }`
   * @param {NodeJS.ProcessEnv} environment in addition to this process's
   */
  constructor(python, program, environment = {}) {
    this.#process = spawn(python, [program], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#process.stderr
      .setEncoding('utf8')
      .on('data', (/** @type {string} */ text) => (this.#log = (this.#log + text).slice(-4000)));
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /**
   * @param {(string | number)[]} job as the program reads it
   * @returns {Promise<unknown>}
   * @throws {Error} with the end of what the program said, where it fails
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

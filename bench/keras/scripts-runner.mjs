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
      .on('data', (text) => (this.#log = (this.#log + text).slice(-4000)));
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /**
   * @param {string[]} args the script, and its arguments
   * @throws {Error} with the end of what the script said, where it fails
   */
  async run(args) {
    this.#log = '';
    this.#process.stdin.write(`${JSON.stringify(args)}\n`);
    const { value: answer } = await this.#answers.next();
    if (answer !== 'done') throw new Error(`${answer ?? 'Python ended'}\n${this.#log}`);
  }

  close() {
    this.#process.stdin.end();
  }
}

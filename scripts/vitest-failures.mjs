// A reporter of Vitest that keeps what failed for the end of CI's log. The one that writes JSON leaves out what a browser's errors say.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.mjs';

/**
 * @typedef {import('./failures.mjs').Failure} Failure
 * @typedef {readonly { readonly message: string, readonly diff?: string | undefined }[]} Errors
 * @typedef {{ readonly fullName: string, result: () => { readonly state: string, readonly errors?: Errors | undefined },
 *   diagnostic: () => { readonly flaky: boolean } | undefined }} Test
 * @typedef {{ readonly relativeModuleId: string, errors: () => Errors, readonly children: {
 *   allTests: () => Iterable<Test>, allSuites: () => Iterable<{ readonly fullName: string, errors: () => Errors }> } }} Module
 */

/**
 * @param {readonly Module[]} modules
 * @param {Errors} unhandled errors outside any test
 * @returns {Failure[]}
 */
export function failuresOfModules(modules, unhandled) {
  return [
    ...modules.flatMap((module) => failuresOfModule(module)),
    ...unhandled.map(({ message }) => ({ name: 'Vitest', message })),
  ];
}

/** @param {Module} module @returns {Failure[]} */
function failuresOfModule(module) {
  const path = module.relativeModuleId;
  const tests = [...module.children.allTests()].flatMap((test) => {
    const { state, errors = [] } = test.result();
    const isSecondAttempt = test.diagnostic()?.flaky ?? false;
    if (state !== 'failed' && !isSecondAttempt) return [];
    const { message = '', diff = '' } = errors[0] ?? {};
    return [{ name: `${path}: ${test.fullName}`, message: `${message}\n${diff}`, isSecondAttempt }];
  });
  const suites = [...module.children.allSuites()].flatMap((suite) =>
    suite.errors().map(({ message }) => ({ name: `${path}: ${suite.fullName}`, message })),
  );
  return [...module.errors().map(({ message }) => ({ name: path, message })), ...suites, ...tests];
}

export default class FailuresReporter {
  /** @param {readonly Module[]} modules @param {Errors} unhandled */
  onTestRunEnd(modules, unhandled) {
    const folder = join(projectRoot, '.cache', 'results');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'vitest-failures.json'),
      JSON.stringify(failuresOfModules(modules, unhandled)),
    );
  }
}

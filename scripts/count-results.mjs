// The last step of `.ci/run`: lists what failed in the reports of Vitest, Playwright, the other browsers, the Keras scripts and the
// checks, and counts all. Arguments: the exit code of `npm test` and the folder of what the checks printed, with a file `<name>.failed`
// beside each `<name>` that failed. Exits with code 1 unless everything passed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failuresOfPlaywright, failuresText } from './failures.mjs';
import { projectRoot, runIfProgram } from './project.mjs';

/**
 * @typedef {import('./failures.mjs').Failure} Failure
 * @typedef {import('./failures.mjs').Stories} Stories
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ numPassedTests: number, numFailedTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: { message?: string }[] }} PlaywrightReport
 * @typedef {{ count: Count, failures: Failure[] }} Outcome
 */

/**
 * Counts a file that failed without a failed test (it did not load, or a hook failed) as one failure.
 *
 * @param {VitestReport} report
 * @returns {Count}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * Counts a story that passed at its second attempt as passed (decision 0020); Playwright lists it as flaky.
 *
 * @param {PlaywrightReport} report
 * @returns {Count}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/**
 * @param {Count[]} counts one per runner that left a report
 * @param {number} testExitCode of `npm test`: if it failed and no report says why, add one failure
 * @param {number} failedChecks
 * @returns {Count}
 */
export function sumUp(counts, testExitCode, failedChecks) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failedTests = counts.reduce((sum, count) => sum + count.failed, 0);
  const unexplained = failedTests === 0 && (testExitCode !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failedTests + unexplained + failedChecks };
}

await runIfProgram(import.meta.url, () => {
  const [testExitCode, folder] = process.argv.slice(2);
  if (testExitCode === undefined || folder === undefined)
    throw new Error('A number and a folder are needed.');
  const checks = failedChecks(folder);
  const outcomes = [
    read('vitest.json', (/** @type {VitestReport} */ report) => ({
      count: countVitest(report),
      failures: [],
    })),
    read('vitest-failures.json', (/** @type {Failure[]} */ failures) => ({
      count: { passed: 0, failed: 0 },
      failures,
    })),
    read('e2e.json', (/** @type {PlaywrightReport & { suites: Stories[] }} */ report) => ({
      count: countPlaywright(report),
      failures: failuresOfPlaywright(report),
    })),
    read('browsers.json', ownReport),
    read('keras.json', ownReport),
  ];
  const counts = outcomes.map(({ count }) => count);
  const { passed, failed } = sumUp(counts, Number(testExitCode), checks.length);
  const failures = [...checks, ...outcomes.flatMap((outcome) => outcome.failures)];
  if (failed > failures.filter(({ isSecondAttempt }) => !isSecondAttempt).length) {
    failures.push({ name: 'npm test', message: `No report says why it exited with code ${testExitCode}.` });
  }
  const text = failuresText(failures);
  if (text !== '') console.log(`${text}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});

/** @param {Count & { failures: Failure[] }} report @returns {Outcome} */
function ownReport({ failures, ...count }) {
  return { count, failures };
}

/**
 * Reads one report; a missing or unreadable one counts as one failure.
 *
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Outcome} outcomeOf
 * @returns {Outcome}
 */
function read(file, outcomeOf) {
  try {
    const report = readFileSync(join(projectRoot, '.cache', 'results', file), 'utf8');
    return outcomeOf(/** @type {Report} */ (JSON.parse(report)));
  } catch {
    const failure = { name: file, message: 'There is no such report, or it cannot be read.' };
    return { count: { passed: 0, failed: 1 }, failures: [failure] };
  }
}

/** The failed checks, each with the end of what it printed. @param {string} folder @returns {Failure[]} */
function failedChecks(folder) {
  const failed = readdirSync(folder).filter((name) => name.endsWith('.failed'));
  return failed.map((file) => {
    const name = file.replace(/\.failed$/, '');
    const printed = readFileSync(join(folder, name), 'utf8').split('\n');
    return {
      name,
      message: printed
        .filter((line) => line.trim() !== '')
        .slice(-9, -1)
        .join('\n'),
    };
  });
}

// The last step of `.ci/run`: sums up the reports of Vitest, Playwright, the other browsers and the Keras scripts. Arguments: the exit
// code of `npm test` and the number of other failed checks. Exits with code 1 unless everything passed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, runIfProgram } from './project.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ numPassedTests: number, numFailedTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} PlaywrightReport
 */

/**
 * Counts a file that failed to load, which contains no failed test, as one failure.
 *
 * @param {VitestReport} report
 * @returns {Count}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
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
  const [testExitCode, failedChecks] = process.argv.slice(2).map(Number);
  if (testExitCode === undefined || failedChecks === undefined) throw new Error('Two numbers are needed.');
  const counts = [
    count('vitest.json', countVitest),
    count('e2e.json', countPlaywright),
    count('browsers.json', (/** @type {Count} */ report) => report),
    count('keras.json', (/** @type {Count} */ report) => report),
  ];
  const { passed, failed } = sumUp(counts, testExitCode, failedChecks);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});

/**
 * Reads one report; a missing or unreadable one counts as one failure.
 *
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Count} read
 * @returns {Count}
 */
function count(file, read) {
  try {
    const report = readFileSync(join(projectRoot, '.cache', 'results', file), 'utf8');
    return read(/** @type {Report} */ (JSON.parse(report)));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

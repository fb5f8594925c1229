// What failed, as the end of CI's log tells it: only the tail of that log is kept, and a failure may lie thousands of lines above it.
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from './project.mjs';

/**
 * A test or check that failed, or that passed at its second attempt only (`isSecondAttempt`).
 *
 * @typedef {{ name: string, message: string, isSecondAttempt?: boolean }} Failure
 * @typedef {{ fullName: string, status: string, failureMessages: string[] }} VitestResult
 * @typedef {{ name: string, status: string, message: string, assertionResults: VitestResult[] }} VitestFile
 * @typedef {{ title: string, file: string, line: number,
 *   tests: { status: string, results: { errors: { message?: string }[] }[] }[] }} Story
 * @typedef {{ title: string, file: string, line: number, specs?: Story[], suites?: Stories[] }} Stories
 */

const longestList = 30;
const longestMessage = { failed: 8, secondAttempt: 3 };
const longestLine = 200;

/**
 * @param {{ testResults: VitestFile[] }} report of Vitest's JSON reporter
 * @returns {Failure[]}
 */
export function failuresOfVitest({ testResults }) {
  return testResults.flatMap((file) => {
    const path = relative(projectRoot, file.name);
    /** @type {Failure[]} */
    const tests = file.assertionResults
      // A test that passes when it is run again keeps the errors of its first attempt.
      .filter(({ status, failureMessages }) => status === 'failed' || failureMessages.length > 0)
      .map(({ fullName, status, failureMessages }) => ({
        name: `${path}: ${fullName}`,
        message: failureMessages[0] ?? '',
        isSecondAttempt: status !== 'failed',
      }));
    return hasNoFailedTest(file)
      ? [...tests, { name: path, message: file.message || 'The file, or a hook in it, failed.' }]
      : tests;
  });
}

/** A file that did not load, or whose hooks failed, has no test that did. @param {VitestFile} file */
export function hasNoFailedTest({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}

/**
 * @param {{ suites: Stories[], errors: { message?: string }[] }} report of Playwright's JSON reporter
 * @returns {Failure[]}
 */
export function failuresOfPlaywright({ suites, errors }) {
  return [
    ...suites.flatMap((suite) => failuresOfStories(suite)),
    ...errors.map(({ message = '' }) => ({ name: 'e2e', message })),
  ];
}

/** @param {Stories} stories @returns {Failure[]} */
function failuresOfStories({ specs = [], suites = [] }) {
  const failed = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => ({
        name: `e2e/${file}:${line}: ${title}`,
        message: results.flatMap(({ errors }) => errors)[0]?.message ?? '',
        isSecondAttempt: status === 'flaky',
      })),
  );
  return [...failed, ...suites.flatMap((suite) => failuresOfStories(suite))];
}

/**
 * The failures in a few lines each, what passed at its second attempt before what failed; empty where there are none.
 *
 * @param {readonly Failure[]} failures
 */
export function failuresText(failures) {
  const again = failures.filter(({ isSecondAttempt }) => isSecondAttempt);
  const failed = failures.filter(({ isSecondAttempt }) => !isSecondAttempt);
  return [
    list('Passed at the second attempt', again, longestMessage.secondAttempt),
    list('Failed', failed, longestMessage.failed),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** @param {string} title @param {readonly Failure[]} failures @param {number} lines of each message */
function list(title, failures, lines) {
  if (failures.length === 0) return '';
  const shown = failures.slice(0, longestList).map(({ name, message }) => {
    const said = stripVTControlCharacters(message)
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
      .slice(0, lines);
    return [`- ${name}`, ...said.map((line) => `    ${line}`)].map(shortened).join('\n');
  });
  const more = failures.length - shown.length;
  return [`${title}:`, ...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

/** @param {string} line */
function shortened(line) {
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}

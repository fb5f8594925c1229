// What failed, as the end of CI's log tells it: only the tail of that log is kept, and a failure may lie thousands of lines above it.
import { stripVTControlCharacters } from 'node:util';

/**
 * A test or check that failed, or that passed at its second attempt only (`isSecondAttempt`).
 *
 * @typedef {{ name: string, message: string, isSecondAttempt?: boolean }} Failure
 * @typedef {{ title: string, file: string, line: number,
 *   tests: { status: string, results: { errors: { message?: string }[] }[] }[] }} Story
 * @typedef {{ title: string, file: string, line: number, specs?: Story[], suites?: Stories[] }} Stories
 */

const longestList = 30;
const longestMessage = { failed: 10, secondAttempt: 3 };
const longestLine = 200;

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

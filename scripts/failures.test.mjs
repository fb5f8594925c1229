import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failuresOfPlaywright, failuresOfVitest, failuresText } from './failures.mjs';
import { projectRoot } from './project.mjs';

const file = join(projectRoot, 'src', 'a.test.ts');
const passed = { fullName: 'adds', status: 'passed', failureMessages: [] };

test('a failed test of Vitest is listed by file and name, one that passed when run again as such', () => {
  const again = { ...passed, fullName: 'waits', failureMessages: ['Error: too late'] };
  const failed = { fullName: 'sums two', status: 'failed', failureMessages: ['Error: 1 is not 2', 'again'] };
  const testResults = [
    { name: file, status: 'failed', message: '', assertionResults: [passed, again, failed] },
    { name: file, status: 'passed', message: '', assertionResults: [passed] },
  ];
  expect(failuresOfVitest({ testResults })).toEqual([
    { name: 'src/a.test.ts: waits', message: 'Error: too late', isSecondAttempt: true },
    { name: 'src/a.test.ts: sums two', message: 'Error: 1 is not 2', isSecondAttempt: false },
  ]);
});

test('a file that fails without a failed test is listed itself', () => {
  const skipped = { ...passed, status: 'skipped' };
  const testResults = [
    { name: file, status: 'failed', message: 'Cannot find module', assertionResults: [] },
    { name: file, status: 'failed', message: '', assertionResults: [skipped] },
  ];
  expect(failuresOfVitest({ testResults }).map(({ message }) => message)).toEqual([
    'Cannot find module',
    'The file, or a hook in it, failed.',
  ]);
});

test('stories are listed with their line, however deep they lie, and errors outside them', () => {
  const story = (/** @type {string} */ title, /** @type {string} */ status) => ({
    ...{ title, file: 'a.spec.ts', line: 7 },
    tests: [{ status, results: [{ errors: [{ message: `${title} failed` }] }, { errors: [] }] }],
  });
  const group = { title: 'group', file: 'a.spec.ts', line: 5, specs: [story('inner', 'unexpected')] };
  const suites = [
    {
      ...{ title: 'a.spec.ts', file: 'a.spec.ts', line: 0, suites: [group] },
      specs: [story('outer', 'flaky'), story('fine', 'expected')],
    },
  ];
  expect(failuresOfPlaywright({ suites, errors: [{ message: 'no server' }] })).toEqual([
    { name: 'e2e/a.spec.ts:7: outer', message: 'outer failed', isSecondAttempt: true },
    { name: 'e2e/a.spec.ts:7: inner', message: 'inner failed', isSecondAttempt: false },
    { name: 'e2e', message: 'no server' },
  ]);
});

test('the text is short: no colours, no stack, no more than a few lines; what failed comes last', () => {
  const message = `\u001B[31mError\u001B[39m: no\n\n    at here (a.ts:1)\n${'line\n'.repeat(20)}${'x'.repeat(999)}`;
  const lines = failuresText([
    { name: 'wrong', message },
    { name: 'late', message, isSecondAttempt: true },
  ]).split('\n');
  expect(lines.slice(0, 6)).toEqual([
    'Passed at the second attempt:',
    '- late',
    '    Error: no',
    '    line',
    '    line',
    '',
  ]);
  expect(lines.slice(6, 9)).toEqual(['Failed:', '- wrong', '    Error: no']);
  expect(lines).toHaveLength(6 + 2 + 8);
});

test('many failures are counted rather than listed, and none have no text', () => {
  const many = Array.from({ length: 33 }, (_, index) => ({ name: `test ${index}`, message: '' }));
  expect(failuresText(many).split('\n').at(-1)).toBe('and 3 more');
  expect(failuresText([])).toBe('');
});

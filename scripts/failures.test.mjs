import { expect, test } from 'vitest';
import { failuresOfPlaywright, failuresText } from './failures.mjs';
import { failuresOfModules } from './vitest-failures.mjs';

const noErrors = () => [];
/** @param {Partial<import('./vitest-failures.mjs').Module['children']>} children @param {string[]} [messages] */
const moduleOf = (children, messages = []) => ({
  relativeModuleId: 'src/a.test.ts',
  errors: () => messages.map((message) => ({ message })),
  children: { allTests: () => [], allSuites: () => [], ...children },
});

test('a failed test of Vitest is listed by file and name, one that passed when run again as such', () => {
  /** @param {string} fullName @param {string} state @param {boolean} flaky @param {string[]} messages */
  const result = (fullName, state, flaky, ...messages) => ({
    fullName,
    result: () => ({ state, errors: messages.map((message) => ({ message, diff: '- 2\n+ 1' })) }),
    diagnostic: () => ({ flaky }),
  });
  const tests = [
    result('adds', 'passed', false),
    result('waits', 'passed', true, 'too late'),
    result('sums > two', 'failed', false, '1 is not 2', '1 is not 2'),
  ];
  expect(failuresOfModules([moduleOf({ allTests: () => tests })], [])).toEqual([
    { name: 'src/a.test.ts: waits', message: 'too late\n- 2\n+ 1', isSecondAttempt: true },
    { name: 'src/a.test.ts: sums > two', message: '1 is not 2\n- 2\n+ 1', isSecondAttempt: false },
  ]);
});

test('what fails outside a test is listed too: a file, a hook, an error that nothing caught', () => {
  const suites = [
    { fullName: 'sums', errors: () => [{ message: 'no fixture' }] },
    { fullName: 'other', errors: noErrors },
  ];
  const broken = moduleOf({ allSuites: () => suites }, ['Cannot find module']);
  expect(failuresOfModules([broken], [{ message: 'stray' }])).toEqual([
    { name: 'src/a.test.ts', message: 'Cannot find module' },
    { name: 'src/a.test.ts: sums', message: 'no fixture' },
    { name: 'Vitest', message: 'stray' },
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
  expect(lines).toHaveLength(6 + 2 + 10);
});

test('many failures are counted rather than listed, and none have no text', () => {
  const many = Array.from({ length: 33 }, (_, index) => ({ name: `test ${index}`, message: '' }));
  expect(failuresText(many).split('\n').at(-1)).toBe('and 3 more');
  expect(failuresText([])).toBe('');
});

import { expect, test } from 'vitest';
import { countPlaywright, countVitest, sumUp } from './count-results.mjs';

test('sums passed and failed tests of both runners', () => {
  const vitest = countVitest({ numPassedTests: 10, numFailedTests: 1, testResults: [] });
  const playwright = countPlaywright({ stats: { expected: 4, unexpected: 2, flaky: 0 }, errors: [] });
  expect(sumUp([vitest, playwright], 1, 0)).toEqual({ passed: 14, failed: 3 });
});

test('counts a test file that fails to load, or whose hooks fail, as a failed test', () => {
  const results = (/** @type {string[]} */ ...all) => all.map((status) => ({ status }));
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: results('passed', 'failed') },
    { status: 'failed', assertionResults: results('skipped') },
    { status: 'passed', assertionResults: results('passed') },
  ];
  expect(countVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
    passed: 2,
    failed: 3,
  });
});

test('counts an error of Playwright outside any test as a failed test', () => {
  expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] })).toEqual({
    passed: 0,
    failed: 1,
  });
});

test('counts a story that passed at its second attempt as passed', () => {
  expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 2 }, errors: [] })).toEqual({
    passed: 5,
    failed: 1,
  });
});

test('counts a failed check as a failed test', () => {
  expect(sumUp([{ passed: 5, failed: 0 }], 0, 2)).toEqual({ passed: 5, failed: 2 });
});

test('counts one failure for a failing run without failed tests, and for one without tests', () => {
  expect(sumUp([{ passed: 5, failed: 0 }], 1, 0)).toEqual({ passed: 5, failed: 1 });
  expect(sumUp([{ passed: 0, failed: 0 }], 0, 0)).toEqual({ passed: 0, failed: 1 });
  expect(sumUp([{ passed: 5, failed: 2 }], 1, 0)).toEqual({ passed: 5, failed: 2 });
});

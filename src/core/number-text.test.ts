import { describe, expect, it } from 'vitest';
import {
  countText,
  decimalText,
  durationRangeText,
  durationText,
  epochsText,
  epochText,
  fixedText,
  lossText,
  meanCountText,
  measurementText,
  megabytesText,
  millisecondsText,
  otherStepText,
  percentText,
  rateText,
  ratioText,
  readingText,
  significantText,
  tickText,
  valueText,
} from './number-text';

describe('number formats', () => {
  it('separate thousands', () => {
    expect(countText(60_000)).toBe('60,000');
    expect(countText(7103.6)).toBe('7,104');
  });

  it('give a loss four decimals, and never round a small one to 0', () => {
    expect(lossText(0.025194)).toBe('0.0252');
    expect(lossText(0.000051)).toBe('0.000051');
    expect(lossText(0)).toBe('0');
    expect(lossText(Number.NaN)).toBe('—');
  });

  it('give a loss in nats fewer decimals', () => {
    expect(lossText(105.634)).toBe('105.6');
    expect(lossText(12.3456)).toBe('12.35');
    expect(lossText(1.23456)).toBe('1.2346');
    expect(lossText(1234.5)).toBe('1,235');
    expect(lossText(698_832_204_586_811)).toBe('7.0e14');
    expect(lossText(-24.07)).toBe('-24.07');
  });

  it('give a setting at most two significant digits', () => {
    expect(significantText(0.0002)).toBe('0.0002');
    expect(significantText(0.1 * 0.00157)).toBe('0.00016');
    expect(significantText(4)).toBe('4');
  });

  it('name the step of a view only when the run has moved on', () => {
    expect(otherStepText(1820, 1872)).toBe('step 1,820');
    expect(otherStepText(1872, 1872)).toBeNull();
  });

  it('give shares in whole percent, or with the decimals asked for', () => {
    expect(percentText(0.6149)).toBe('61 %');
    expect(percentText(0.6149, 1)).toBe('61.5 %');
  });

  it('keep their decimals, and have a true minus sign', () => {
    expect([1.5, -0.206, -0.001].map((value) => fixedText(value, 2))).toEqual(['1.50', '−0.21', '0.00']);
  });

  it('write a value of a setting as a person types it, a count with its thousands apart', () => {
    expect([64, 1024, 0.0005].map(valueText)).toEqual(['64', '1,024', '0.0005']);
  });

  it('give a measurement three digits, and a mean of counts one decimal while that says something', () => {
    expect([0.012345, 1.5, 1234.5].map(measurementText)).toEqual(['0.0123', '1.5', '1,235']);
    expect([1.44, 128.3].map(meanCountText)).toEqual(['1.4', '128']);
  });

  it('give a ratio fewer decimals the larger it is', () => {
    expect([784, 49, 6.125, 1.306, 1].map(ratioText)).toEqual(['784', '49', '6.1', '1.31', '1']);
  });

  it('round speeds, times and sizes to what can be told', () => {
    expect(rateText(7163)).toBe('7,200');
    expect([4.42, 12.7].map(millisecondsText)).toEqual(['4.4 ms', '13 ms']);
    expect(megabytesText(9_420_000)).toBe('9.4');
    expect(megabytesText(38_944)).toBe('0.04');
    expect(megabytesText(2_100)).toBe('0.002');
    expect(megabytesText(0)).toBe('0.0');
  });

  it('count epochs', () => {
    expect([0.251, 12.34].map(epochText)).toEqual(['0.25', '12.3']);
    expect([1, 2.5].map(epochsText)).toEqual(['1 epoch', '2.5 epochs']);
  });

  it.each([
    [0, '0'],
    [10, '10'],
    [0.00001, '0.00001'],
    [0.000001, '0.000001'],
    [0.002, '0.002'],
    [1, '1'],
  ])('read without an exponent: %d as %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });
});

describe('numbers on a chart', () => {
  it('have short ticks', () => {
    expect([0, 0.02, 1500, 15000, 2e6, 1e12, 0.0001].map(tickText)).toEqual([
      '0',
      '0.02',
      '1500',
      '15k',
      '2M',
      '1e12',
      '1e-4',
    ]);
  });

  it('are read off with five digits', () => {
    expect(readingText(0.0252347)).toBe('0.025235');
    expect(readingText(NaN)).toBe('NaN');
  });
});

describe('a duration', () => {
  it('reads as an estimate', () => {
    expect([0.2, 7.4, 33, 60, 61, 128, 290, 301, 3600, 7200, 16_000].map(durationText)).toEqual([
      '1 s',
      '8 s',
      '35 s',
      '1 min',
      '1 min 5 s',
      '2 min 10 s',
      '4 min 50 s',
      '5 min',
      '60 min',
      '2 h',
      '4.5 h',
    ]);
  });

  it('is a range, or one number where both ends read the same', () => {
    expect(durationRangeText({ low: 31, high: 34 })).toBe('about 35 s');
    expect(durationRangeText({ low: 31, high: 75 })).toBe('35 s to 1 min 15 s');
  });
});

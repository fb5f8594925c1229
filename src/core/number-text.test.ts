import { describe, expect, it } from 'vitest';
import { countText, lossText, otherStepText, percentText, significantText } from './number-text';

describe('numbers as they read', () => {
  it('have their thousands apart', () => {
    expect(countText(60_000)).toBe('60,000');
    expect(countText(7103.6)).toBe('7,104');
  });

  it('show four decimals of a loss, and never round a small one to nothing', () => {
    expect(lossText(0.025194)).toBe('0.0252');
    expect(lossText(0.000051)).toBe('0.000051');
    expect(lossText(0)).toBe('0');
    expect(lossText(Number.NaN)).toBe('—');
  });

  it('show a loss in nats with the digits one reads', () => {
    expect(lossText(105.634)).toBe('105.6');
    expect(lossText(12.3456)).toBe('12.35');
    expect(lossText(1.23456)).toBe('1.2346');
    expect(lossText(1234.5)).toBe('1,235');
    expect(lossText(698_832_204_586_811)).toBe('7.0e14');
    expect(lossText(-24.07)).toBe('-24.07');
  });

  it('show a setting in two digits and no more than it needs', () => {
    expect(significantText(0.0002)).toBe('0.0002');
    expect(significantText(0.1 * 0.00157)).toBe('0.00016');
    expect(significantText(4)).toBe('4');
  });

  it('name the step of a view only when it is not the step of the run', () => {
    expect(otherStepText(1820, 1872)).toBe('step 1,820');
    expect(otherStepText(1872, 1872)).toBeNull();
  });

  it('give shares in whole percent', () => {
    expect(percentText(0.6149)).toBe('61 %');
  });
});

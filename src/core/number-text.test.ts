import { describe, expect, it } from 'vitest';
import { countText, lossText, otherStepText, percentText } from './number-text';

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

  it('name the step of a view only when it is not the step of the run', () => {
    expect(otherStepText(1820, 1872)).toBe('step 1,820');
    expect(otherStepText(1872, 1872)).toBeNull();
  });

  it('give shares in whole percent', () => {
    expect(percentText(0.6149)).toBe('61 %');
  });
});

import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { DataKind } from '../../core/samples/sample-kind';
import { choiceOf, optionsFor, remarksOn } from './choices';
import { noiseLevelText } from './words';

const chosen = (noise: string) => ({ ...defaultExperiment, noise });
const listed = (noise: string, data: DataKind) =>
  optionsFor(chosen(noise), 'noise', data).map(({ value }) => value);

describe('noise that is made for other data', () => {
  it('is not listed', () => {
    expect(listed('none', 'image')).not.toContain('impulses');
    expect(listed('none', 'signal')).not.toContain('saltPepper');
    expect(listed('none', 'signal')).not.toContain('hum');
    expect(listed('none', 'sound')).toContain('hum');
  });

  it('is listed where an address has chosen it, and says what it is for', () => {
    expect(listed('hum', 'image')).toContain('hum');
    expect(remarksOn(chosen('hum'), 'noise', 'image')).toContain(
      'Hum noise is made for sound. It works on images too, but says little there.',
    );
    expect(remarksOn(chosen('saltPepper'), 'noise', 'signal')[0]).toMatch(/made for images/);
    expect(remarksOn(chosen('gaussian'), 'noise', 'sound')).toEqual([]);
  });
});

it('a block in a signal is described as a gap', () => {
  expect(choiceOf('noise', chosen('block'), 'signal').summary).toMatch(/^Cuts a gap/);
  expect(choiceOf('noise', chosen('block'), 'image').summary).toMatch(/^Erases a square/);
});

it('a level that is a ratio of signal to noise is also read in dB', () => {
  expect(noiseLevelText(0.5, false)).toBe('0.50');
  expect(noiseLevelText(0.5, true)).toBe('0.50 · 10 dB');
  expect(noiseLevelText(1, true)).toBe('1.00 · −10 dB');
  expect(noiseLevelText(0, true)).toBe('0.00');
});

import { expect, it } from 'vitest';
import { equalGains, levelOf } from './loudness';

const sine = (amplitude: number) =>
  Float32Array.from({ length: 8000 }, (_, at) => amplitude * Math.sin((2 * Math.PI * 100 * at) / 8000));

it('a sine of amplitude 1 has a root mean square of 1/√2, whatever it is shifted by', () => {
  expect(levelOf(sine(1)).rms).toBeCloseTo(Math.SQRT1_2, 6);
  expect(levelOf(sine(1).map((value) => value + 0.5)).rms).toBeCloseTo(Math.SQRT1_2, 5);
  expect(levelOf(sine(1)).peak).toBeCloseTo(1, 5);
  expect(levelOf(new Float32Array(0))).toEqual({ rms: 0, peak: 0 });
});

it('versions of different loudness leave with the same, and none of them clips', () => {
  const click = sine(0.02);
  click[400] = 1;
  const versions = { original: sine(0.5), noisy: sine(0.9), cleaned: click };
  const gains = equalGains(versions);
  const loudness = (['original', 'noisy', 'cleaned'] as const).map((id) => {
    const played = versions[id].map((value) => value * gains[id]);
    expect(levelOf(played).peak).toBeLessThanOrEqual(0.9701);
    return levelOf(played).rms;
  });
  expect(loudness[1]).toBeCloseTo(loudness[0]!, 6);
  expect(loudness[2]).toBeCloseTo(loudness[0]!, 6);
});

it('silence stays silent, and near silence quiet', () => {
  const gains = equalGains({ original: sine(0.5), noisy: new Float32Array(100), cleaned: sine(1e-6) });
  expect(gains.noisy).toBe(0);
  expect(gains.cleaned).toBe(30);
  expect(gains.pca).toBe(0);
});

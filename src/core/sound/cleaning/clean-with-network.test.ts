import { describe, expect, it } from 'vitest';
import { addNoise } from '../noise';
import { snr } from '../snr';
import { cleanWithNetwork, type Reconstruct, type SoundRepresentation } from './clean-with-network';

const spectrum: SoundRepresentation = { kind: 'spectrum' };
const raw: SoundRepresentation = { kind: 'raw', valueRange: [-0.3, 0.3] };
const identity: Reconstruct = (samples) => Promise.resolve(samples);

/** A chord that dies away. */
const chord = Float32Array.from({ length: 6001 }, (_, at) => {
  const t = at / 8000;
  return (
    0.1 * Math.exp(-2 * t) * [220, 277, 330].reduce((sum, hz) => sum + Math.sin(2 * Math.PI * hz * t), 0)
  );
});

function largestError(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? NaN))), 0);
}

describe.each([spectrum, raw])('with the identity for a network, %j', (representation) => {
  it.each([1, 100, 512, 6001])('a clip of %i points comes back', async (length) => {
    const clip = chord.slice(0, length).map((value) => value + 0.01);
    const cleaned = await cleanWithNetwork(clip, representation, identity);
    expect(cleaned).toHaveLength(length);
    expect(largestError(cleaned!, clip)).toBeLessThan(1e-6);
  });

  it('silence stays silent, and no network is asked', async () => {
    const refuse: Reconstruct = () => Promise.reject(new Error('asked'));
    const cleaned = await cleanWithNetwork(new Float32Array(700), representation, refuse);
    expect(cleaned).toEqual(new Float32Array(700));
  });

  it('there is no answer once the network is gone', async () => {
    expect(await cleanWithNetwork(chord, representation, () => Promise.resolve(null))).toBeNull();
  });
});

it('a network that takes soft magnitudes for noise cleans a chord, at any loudness', async () => {
  // White noise at 5 dB has the value 0.06; partials have far more.
  const threshold: Reconstruct = (samples) =>
    Promise.resolve(samples.map((value) => (value < 0.16 ? 0 : value)));
  const { noisy } = addNoise(chord, 'white', 5, 1);
  const cleaned = await cleanWithNetwork(noisy, spectrum, threshold);
  const after = snr(chord, cleaned!);
  expect(snr(chord, noisy)).toBeCloseTo(5, 3);
  expect(after).toBeGreaterThan(13);
  const soft = await cleanWithNetwork(
    noisy.map((value) => value / 50),
    spectrum,
    threshold,
  );
  expect(
    snr(
      chord,
      soft!.map((value) => value * 50),
    ),
  ).toBeCloseTo(after, 3);
});

it('a network that hears nothing leaves silence', async () => {
  const cleaned = await cleanWithNetwork(chord, spectrum, (samples) =>
    Promise.resolve(samples.map(() => -1)),
  );
  expect(cleaned).toEqual(new Float32Array(chord.length));
});

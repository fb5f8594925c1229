import { expect, it } from 'vitest';
import { cleanedText, dbText, otherNoiseText, soundFailureText, verdictText } from './words';

it('writes decibels with a true minus, and what is no number as a dash', () => {
  expect(dbText(5)).toBe('5.0 dB');
  expect(dbText(-3.24)).toBe('−3.2 dB');
  expect(dbText(null)).toBe('—');
  expect(dbText(Infinity)).toBe('∞ dB');
});

it('says when a method without a network is ahead, and that it is told the noise', () => {
  expect(verdictText(9, 5, { id: 'wiener', snr: 17 })).toBe(
    'The network gains 4.0 dB. The Wiener filter is 8.0 dB ahead; it is told the spectrum of the noise, the network is not.',
  );
  expect(verdictText(7, 5, { id: 'pca', snr: 8.4 })).toBe('The network gains 2.0 dB. PCA is 1.4 dB ahead.');
  expect(verdictText(2, 5, { id: 'pca', snr: 8 })).toBe(
    'The network makes it worse by 3.0 dB. PCA is 6.0 dB ahead.',
  );
});

it('says when the network is ahead, or as good', () => {
  expect(verdictText(18.5, 5, { id: 'wiener', snr: 17.5 })).toBe(
    'The network gains 13.5 dB, 1.0 dB more than the Wiener filter, the best of the others.',
  );
  expect(verdictText(17.55, 5, { id: 'wiener', snr: 17.5 })).toBe(
    'The network gains 12.6 dB, as much as the Wiener filter.',
  );
});

it('says that the network learned other noise, where it did', () => {
  expect(otherNoiseText('hum', 'spectral')).toBe(
    'The network learned other noise, much like white. Hum is as steady as a partial, so the network takes it for a note.',
  );
  expect(otherNoiseText('pink', 'gaussian')).toBe('The network learned other noise, much like white.');
  expect(otherNoiseText('white', 'spectral')).toBeNull();
  expect(otherNoiseText('hum', 'hum')).toBeNull();
});

it('names the step of what is heard', () => {
  expect(cleanedText(0, 0)).toBe('This is what an untrained network makes of it.');
  expect(cleanedText(1200, 1200)).toBe('cleaned at step 1,200');
  expect(cleanedText(1200, 1400)).toBe('cleaned at step 1,200 of 1,400');
});

it('has words for what is wrong with a file, and knows that not every browser reads Ogg', () => {
  const file = 'bell.ogg';
  expect(soundFailureText({ code: 'sound.not-decoded', file })).toContain('Not every browser reads Ogg');
  expect(soundFailureText({ code: 'sound.not-decoded', file: 'a.wav' })).not.toContain('Not every');
  expect(soundFailureText({ code: 'sound.too-short', file, seconds: 0.2 })).toContain('too short: 0.20 s');
});

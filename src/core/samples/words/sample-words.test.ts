import { expect, test } from 'vitest';
import { controlTexts } from '../../experiment/control-texts';
import { sampleText } from './sample-words';

test('a text about images stays as it is for images, and before the data set is known', () => {
  expect(sampleText('What an image costs', 'image')).toBe('What an image costs');
  expect(sampleText('What an image costs')).toBe('What an image costs');
});

test.each([
  ['What an image costs in nats', 'What a sample costs in nats'],
  ['images/s', 'samples/s'],
  ['Mean image', 'Mean sample'],
  ['Share of the training images’ variance', 'Share of the training samples’ variance'],
  ['Mean squared error per pixel on 500 test images', 'Mean squared error per value on 500 test samples'],
  ['summed over pixels (nats)', 'summed over values (nats)'],
  ['the imaginary imagery of a pixelated one', 'the imaginary imagery of a pixelated one'],
])('%s: of signals it says %s', (written, read) => {
  expect(sampleText(written, 'signal')).toBe(read);
});

test('no control speaks of images or pixels when the data set has signals', () => {
  for (const { summary } of Object.values(controlTexts)) {
    expect(sampleText(summary, 'signal')).not.toMatch(/\b(image|pixel)s?\b/i);
    expect(sampleText(summary, 'signal')).not.toMatch(/\ban sample/i);
  }
});

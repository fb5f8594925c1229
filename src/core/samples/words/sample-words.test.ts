import { expect, test } from 'vitest';
import { controlTexts, type ControlText } from '../../experiment/control-texts';
import { sampleText, type SampleText } from './sample-words';

test('a text that names samples is read in the words of their kind; before it is known they are images', () => {
  const text: SampleText = ({ a, many, values }) => `What ${a} costs: the ${values} of all ${many}`;
  expect(sampleText(text)).toBe('What an image costs: the pixels of all images');
  expect(sampleText(text, 'signal')).toBe('What a sample costs: the values of all samples');
  expect(sampleText('Of images alone', 'signal')).toBe('Of images alone');
});

test('no control speaks of images or pixels when the data set has signals', () => {
  for (const { summary } of Object.values<ControlText>(controlTexts)) {
    expect(sampleText(summary, 'signal')).not.toMatch(/\b(image|pixel)s?\b/i);
    expect(sampleText(summary, 'signal')).not.toMatch(/\ban sample/i);
  }
});

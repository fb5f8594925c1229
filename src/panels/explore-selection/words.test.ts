import { expect, it } from 'vitest';
import { sampleWords } from '../../core/samples/words/sample-words';
import { imageWords, placeWords } from './words';

const place = { map: 'code', x: 1.234, y: -0.5 } as const;

it('says what the two numbers of a place are', () => {
  expect(placeWords(place, { kind: 'plane' }, 'code')).toBe('code (1.23, −0.50)');
  expect(placeWords(place, { kind: 'plane' }, 'principal')).toBe('principal axes: (1.23, −0.50)');
  expect(placeWords(place, { kind: 'units', x: 0, y: 4 }, 'principal')).toBe('units 1 and 5: (1.23, −0.50)');
  expect(placeWords({ ...place, map: 'pca' }, { kind: 'umap' }, 'principal')).toBe(
    'components 1 and 2: (1.23, −0.50)',
  );
});

it('leaves out the axis that means nothing', () => {
  expect(placeWords(place, { kind: 'plane' }, 'code-jitter')).toBe('code 1.23');
});

it('names a test image, and its error where it is known', () => {
  expect(imageWords(1234, '7', 0.02517, sampleWords('image'))).toBe('7 · test image 1,234 · error 0.0252');
  expect(imageWords(3, null, undefined, sampleWords('signal'))).toBe('test sample 3');
});

import { expect, test } from 'vitest';
import { drawsOf, type Draws } from '../draws';
import { drawSample, mnist1d, resample, templates } from './mnist1d';

const breathe = () => Promise.resolve();

test('a template begins at 0 and has a standard deviation of a sixth', () => {
  expect(templates).toHaveLength(10);
  for (const template of templates) {
    const mean = template.reduce((sum, value) => sum + value, 0) / 12;
    const variance = template.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 12;
    expect(template).toHaveLength(12);
    expect(template[0]).toBe(0);
    expect(Math.sqrt(variance)).toBeCloseTo(1 / 6, 9);
  }
});

test('without noise, scaling, tilt and move, a sample is its template, stretched and followed by zeros', () => {
  // Every uniform number is the middle of its range, whole ones 0, normal ones 0.
  const calm: Draws = { between: (from, to) => (from + to) / 2, below: () => 0, normal: () => 0 };
  const template = templates[3]!;
  const padded = new Float64Array(48);
  padded.set(template);
  const expected = resample(resample(padded, 72), 40);
  drawSample(template, calm).forEach((value, place) => expect(value).toBeCloseTo(expected[place]!, 6));
});

test('resampling keeps straight lines and both ends', () => {
  const line = Float64Array.from({ length: 12 }, (_, place) => 2 * place + 1);
  const stretched = resample(line, 34);
  stretched.forEach((value, place) => expect(value).toBeCloseTo(1 + (place * 22) / 33, 9));
});

test('the set has mean 0 and standard deviation 1, as many of each class, and is the same every time', async () => {
  const { values, labels } = await mnist1d.make(500, breathe);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(values).toHaveLength(500 * 40);
  expect(mean).toBeCloseTo(0, 5);
  expect(variance).toBeCloseTo(1, 5);
  for (let label = 0; label < 10; label++) expect(labels.filter((one) => one === label)).toHaveLength(50);
  expect((await mnist1d.make(500, breathe)).values).toEqual(values);
});

test('another sample is moved elsewhere', () => {
  const [one, other] = [0, 1].map((sample) => drawSample(templates[0]!, drawsOf(1, sample)));
  expect(one).not.toEqual(other);
});

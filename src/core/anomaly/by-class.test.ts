import { expect, test } from 'vitest';
import { uniform } from '../random';
import { against, flaggedByClass, scoresByClass } from './by-class';
import { rankedIndices } from './ranked';

const labels = Uint16Array.of(0, 0, 1, 1, 2, 2);
const scores = Float32Array.of(1, 2, 1.5, 3, 5, 6);
const isNormal = Uint8Array.of(1, 1, 0, 0, 0, 0);

test('each left-out class has its own AUROC against the normal samples, the hardest first', () => {
  const classes = scoresByClass(scores, labels, isNormal, 2.5);
  expect(classes.map(({ label, auroc }) => [label, auroc])).toEqual([
    [0, null],
    [1, 0.75],
    [2, 1],
  ]);
  expect(classes.map(({ flaggedShare }) => flaggedShare)).toEqual([0, 0.5, 1]);
  expect(classes.map(({ meanScore }) => meanScore)).toEqual([1.5, 2.25, 5.5]);
});

test('a class has the AUROC that all of its scores have against the normal ones, ties included', () => {
  const many = Float32Array.from({ length: 400 }, (_, i) => Math.floor(12 * uniform(5, 1, 0, i)));
  const classes = Uint16Array.from(many, (_, i) => i % 4);
  const normal = Uint8Array.from(classes, (label) => Number(label === 2));
  const own = (label: number) => many.filter((_, i) => classes[i] === label);
  for (const { label, auroc } of scoresByClass(many, classes, normal, null).slice(1)) {
    expect(auroc).toBeCloseTo(against(own(2), own(label)) ?? NaN, 12);
  }
});

test('another threshold changes what is flagged, and nothing else', () => {
  const before = scoresByClass(scores, labels, isNormal, 2.5);
  expect(flaggedByClass(before, scores, labels, 5)).toEqual(scoresByClass(scores, labels, isNormal, 5));
  expect(flaggedByClass(before, scores, labels, null)[1]?.flaggedShare).toBeNull();
});

test('without a threshold or normal samples there is nothing to say of them', () => {
  const [first] = scoresByClass(scores, labels, new Uint8Array(6), null);
  expect(first).toMatchObject({ auroc: null, flaggedShare: null });
  expect(against(new Float32Array(0), scores)).toBeNull();
});

test('samples are ranked by falling score, and equal ones stay in order', () => {
  expect([...rankedIndices(Float32Array.of(1, 3, 1, 7))]).toEqual([3, 1, 0, 2]);
});

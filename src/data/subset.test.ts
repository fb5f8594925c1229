import { describe, expect, test } from 'vitest';
import { uniform } from '../core/random';
import { createSubset, subsetLists, type SubsetChoice } from './subset';

const classCount = 5;
/** Classes of very different sizes, in no order. */
const labels = Uint16Array.from({ length: 3000 }, (_, i) =>
  Math.floor(classCount * uniform(3, 1, 0, i) ** 2),
);
const choice = (patch: Partial<SubsetChoice> = {}): SubsetChoice => ({
  classes: [],
  validationShare: 0.2,
  seed: 1,
  ...patch,
});
const split = (patch: Partial<SubsetChoice> = {}) => subsetLists(labels, classCount, choice(patch));
const everything = Array.from(labels, (_, index) => index);
const countOf = (indices: ArrayLike<number>, label: number) =>
  Array.from(indices).filter((index) => labels[index] === label).length;

describe('the validation split', () => {
  test.each([0.01, 0.1, 0.15, 0.2, 1 / 3, 0.37, 0.5])(
    'holds out %f of each class, within one sample',
    (share) => {
      const { validation } = split({ validationShare: share });
      for (let label = 0; label < classCount; label++) {
        const wanted = countOf(everything, label) * share;
        expect(Math.abs(countOf(validation, label) - wanted)).toBeLessThanOrEqual(1);
      }
    },
  );

  test('and what is trained on are disjoint, rising, and together the whole set', () => {
    const { train, validation } = split();
    expect([...train, ...validation].sort((a, b) => a - b)).toEqual(everything);
    for (const list of [train, validation]) expect([...list]).toEqual([...list].sort((a, b) => a - b));
  });

  test('is the same for the same seed and another for another', () => {
    expect(split()).toEqual(split());
    const [one, other] = [split().validation, split({ seed: 2 }).validation];
    const shared = [...one].filter((index) => other.includes(index)).length;
    // Two independent draws of a fifth share a fifth of their samples.
    expect(shared / one.length).toBeGreaterThan(0.12);
    expect(shared / one.length).toBeLessThan(0.28);
  });

  test('does not depend on the classes that are trained on', () => {
    expect(split({ classes: [1, 3] }).validation).toEqual(split().validation);
  });

  test('has no favourite places: every sample is held out under some seed, but the first of its class', () => {
    const few = new Uint16Array(40);
    const seen = new Set<number>();
    for (let seed = 0; seed < 200; seed++) {
      subsetLists(few, 1, choice({ seed })).validation.forEach((index) => seen.add(index));
    }
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 39 }, (_, i) => i + 1));
  });

  test('leaves a sample to train on in every class, however small', () => {
    const single = Uint16Array.of(0, 1, 2, 2);
    for (let seed = 0; seed < 20; seed++) {
      const { train } = subsetLists(single, 3, choice({ seed, validationShare: 0.5 }));
      expect(new Set(Array.from(train, (index) => single[index]))).toEqual(new Set([0, 1, 2]));
    }
  });

  test('treats samples without labels as one class', () => {
    const { train, validation } = subsetLists(new Uint16Array(100), 0, choice({ classes: [4] }));
    expect([train.length, validation.length]).toEqual([80, 20]);
  });

  test('is empty at a share of 0', () => {
    expect(split({ validationShare: 0 })).toEqual({
      train: Uint32Array.from(everything),
      validation: new Uint32Array(),
    });
  });
});

describe('the class filter', () => {
  test('keeps exactly the samples of the chosen classes', () => {
    const { train } = split({ classes: [1, 4], validationShare: 0 });
    expect([...train]).toEqual(everything.filter((index) => [1, 4].includes(labels[index] ?? -1)));
  });

  test('ignores classes that the data set does not have', () => {
    expect(split({ classes: [1, 99] })).toEqual(split({ classes: [1] }));
    expect(split({ classes: [99] })).toEqual(split());
  });

  test('trains on everything where no sample is of a chosen class, so that there is something to train on', () => {
    const twos = Uint16Array.of(2, 2, 2, 2);
    const { train } = subsetLists(twos, 3, choice({ classes: [0], validationShare: 0 }));
    expect([...train]).toEqual([0, 1, 2, 3]);
  });

  test.each([[[1]], [[]], [[99]]])('tells the held-out samples of its classes: of %j', (classes) => {
    const subset = createSubset(labels, classCount, choice({ classes }));
    subset.extend(labels.length);
    const isTrainedOn = (index: number) => !classes.includes(1) || labels[index] === 1;
    expect([...subset.heldOutOfClasses()]).toEqual([...split().validation].filter(isTrainedOn));
  });
});

describe('while shards arrive', () => {
  const all = split({ classes: [0, 2] });

  test.each([[[3000]], [[1, 2, 1000, 3000]], [[700, 700, 1400, 2100, 3000]]])(
    'the parts are decided in the order of the samples: at %j',
    (arrivals) => {
      // Labels beyond what has arrived are 0, and must not matter.
      const arriving = new Uint16Array(labels.length);
      const subset = createSubset(arriving, classCount, choice({ classes: [0, 2] }));
      for (const ready of arrivals) {
        arriving.set(labels.subarray(0, ready));
        subset.extend(ready);
        const { train, validation } = subset.lists();
        expect(train).toEqual(all.train.filter((index) => index < ready));
        expect(validation).toEqual(all.validation.filter((index) => index < ready));
        expect(subset.isComplete()).toBe(ready === labels.length);
      }
    },
  );

  test('a sample whose label has not arrived counts as trained on', () => {
    const subset = createSubset(labels, classCount, choice({ classes: [0, 2] }));
    expect(subset.trainCount()).toBe(3000);
    subset.extend(1000);
    const decided = all.train.filter((index) => index < 1000);
    expect(subset.trainCount()).toBe(decided.length + 2000);
    expect(everything.filter(subset.isTrained)).toEqual([...decided, ...everything.slice(1000)]);
    subset.extend(3000);
    expect(subset.trainCount()).toBe(all.train.length);
    expect(everything.filter(subset.isTrained)).toEqual([...all.train]);
  });
});

describe('windows that were cut from a recording', () => {
  const stretch = { first: 0, count: 100, start: 0 };
  const recordings = [{ name: 'pump', length: 2000, train: stretch, test: { ...stretch, count: 0 } }];
  const cut = { windows: { stride: 16, rate: null, recordings }, length: 64 };

  test('have their last stretch held out, and none trained on that overlaps it', () => {
    const { train, validation } = subsetLists(new Uint16Array(100), 0, choice({ validationShare: 0.1 }), cut);
    expect([...validation]).toEqual(Array.from({ length: 10 }, (_, i) => 90 + i));
    expect([...train]).toEqual(Array.from({ length: 87 }, (_, i) => i));
  });
});

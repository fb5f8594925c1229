// Arrays as samples: IDX, NPY and NPZ.
import { fail } from '../../fail';
import type { ParsedArrays } from '../../parsed';
import { arrangementsOf, sampleSizeLimits, type Looks } from './arrangement';
import { chooseArrangement, chooseOffered, type Chosen } from './chosen';
import { looksOf } from './looks';
import { arrangedShape, coloursOf, createArranger, type Arranged } from './raw-samples';

export function arrangeArrays(parsed: ParsedArrays, chosen: Chosen): Arranged {
  const { train, test, classNames } = parsed;
  const count = train.count + (test?.count ?? 0);
  const size = train.shape.reduce((product, side) => product * side, 1);
  const arrangements = arrangementsOf(train.shape, looks(parsed, size));
  if (arrangements.length === 0) fail({ code: 'import.sample-size', values: size, ...sampleSizeLimits });
  const arrangement = chooseArrangement(arrangements, chosen.shape);
  const colours = coloursOf(arrangement.shape);
  const colour = chooseOffered(colours, chosen.colour);
  const areBytes = train.values instanceof Uint8Array && !(test?.values instanceof Float32Array);
  const arrange = createArranger(arrangement, colour, areBytes);
  const labels = labelsOf(parsed);
  const hasTest = test !== null && test.count > 0;
  return {
    format: parsed.format,
    raw: {
      count,
      shape: arrangedShape(arrangement, colour),
      read: (index, into) => {
        if (index < train.count) arrange(train.values, index * size, into);
        else if (test) arrange(test.values, (index - train.count) * size, into);
      },
      labels,
      classNames: labels ? (classNames ?? []) : [],
      isTest: hasTest ? new Uint8Array(count).fill(1, train.count) : null,
    },
    choices: {
      hasHeader: false,
      labelColumn: null,
      shape: arrangement.shape,
      side: Math.max(...arrangement.shape.slice(0, 2)),
      colour,
      framing: 'fit',
      normalisation: chosen.normalisation ?? (parsed.isScaledByPlace ? 'feature' : 'range'),
    },
    offers: {
      columns: null,
      shapes: arrangements.map(({ shape }) => shape),
      colours,
      splits: hasTest ? ['files', 'random'] : ['random'],
      isScalable: false,
    },
    told: parsed,
    scaledFrom: null,
  };
}

function looks({ train }: ParsedArrays, size: number): Looks {
  const read = (index: number, into: Float32Array) =>
    into.set(train.values.subarray(index * size, (index + 1) * size));
  return looksOf(train.count, size, read, false);
}

/** Of the training set, then of the test set; null where either has none. */
function labelsOf({ train, test, classNames }: ParsedArrays): Uint16Array | null {
  if (classNames === null || train.labels === null) return null;
  if (test === null || test.count === 0) return train.labels;
  if (test.labels === null) return null;
  const labels = new Uint16Array(train.count + test.count);
  labels.set(train.labels);
  labels.set(test.labels, train.count);
  return labels;
}

// Seeded damage to files: what happens to bytes on a bad disk, in a bad editor, or at the hands of someone who means harm.
import { uniform } from '../../../core/random';

/** Numbers in [0, 1) and whole numbers below a limit, from a seed. */
export function createDice(seed: number) {
  let index = 0;
  const next = () => uniform(seed, 0x66757a7a, 0, index++);
  return { next, below: (limit: number) => Math.floor(next() * limit) };
}

type Dice = ReturnType<typeof createDice>;
type Bytes = Uint8Array<ArrayBuffer>;

const mutations: readonly ((bytes: Bytes, dice: Dice) => Bytes)[] = [
  flipBytes,
  truncate,
  duplicateSpan,
  deleteSpan,
  changeHeader,
  swapSpans,
];

/** One to three kinds of damage. */
export function mutate(bytes: Bytes, dice: Dice): Bytes {
  let mutated = bytes;
  for (let left = 1 + dice.below(3); left > 0; left--) {
    mutated = mutations[dice.below(mutations.length)]?.(mutated, dice) ?? mutated;
  }
  return mutated;
}

function flipBytes(bytes: Bytes, dice: Dice): Bytes {
  const flipped = bytes.slice();
  for (let left = 1 + dice.below(8); left > 0; left--) {
    const at = dice.below(bytes.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << dice.below(8));
  }
  return flipped;
}

function truncate(bytes: Bytes, dice: Dice): Bytes {
  return bytes.slice(0, dice.below(bytes.length));
}

function span(bytes: Bytes, dice: Dice) {
  const start = dice.below(bytes.length);
  return { start, end: Math.min(bytes.length, start + 1 + dice.below(40)) };
}

function duplicateSpan(bytes: Bytes, dice: Dice): Bytes {
  const { start, end } = span(bytes, dice);
  return Uint8Array.from([...bytes.subarray(0, end), ...bytes.subarray(start)]);
}

function deleteSpan(bytes: Bytes, dice: Dice): Bytes {
  const { start, end } = span(bytes, dice);
  return Uint8Array.from([...bytes.subarray(0, start), ...bytes.subarray(end)]);
}

/** A field of 1, 2 or 4 bytes near the beginning or the end, where headers and directories are, set to an extreme. */
function changeHeader(bytes: Bytes, dice: Dice): Bytes {
  const changed = bytes.slice();
  const distance = dice.below(Math.min(bytes.length, 160));
  const at = dice.next() < 0.6 ? distance : bytes.length - 1 - distance;
  const value = [0, 1, 0x7f, 0x80, 0xff][dice.below(5)] ?? 0;
  changed.fill(value, at, at + 2 ** dice.below(3));
  return changed;
}

/** In a text, two digits or separators change places; in an array, two numbers. */
function swapSpans(bytes: Bytes, dice: Dice): Bytes {
  const swapped = bytes.slice();
  const size = 2 ** dice.below(4);
  const one = dice.below(Math.max(1, bytes.length - size));
  const other = dice.below(Math.max(1, bytes.length - size));
  swapped.set(bytes.subarray(other, other + size), one);
  swapped.set(bytes.subarray(one, one + size), other);
  return swapped;
}

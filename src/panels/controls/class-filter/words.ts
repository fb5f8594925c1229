// What the class filter says of a choice.
import { countText } from '../../../core/number-text';

/** `Trains on all 10 classes`, `Trains on 2 of 10 classes`. */
export function chosenText(chosen: number, count: number): string {
  return chosen === count
    ? `Trains on all ${countText(count)} classes`
    : `Trains on ${countText(chosen)} of ${countText(count)} classes`;
}

/** While no box is ticked. @param trained classes that are trained on until one is */
export function noneText(trained: number): string {
  const kept = trained === 1 ? '1 class' : `${countText(trained)} classes`;
  return `Choose at least one: until then the network trains on ${kept} as before`;
}

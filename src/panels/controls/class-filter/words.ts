// What the class filter says of a choice.
import { plural, t } from '@lingui/core/macro';
import { countText } from '../../../core/number-text';

/** `Trains on all 10 classes`, `Trains on 2 of 10 classes`. */
export function chosenText(chosen: number, count: number): string {
  return chosen === count
    ? t`Trains on all ${{ count: countText(count) }} classes`
    : t`Trains on ${{ chosen: countText(chosen) }} of ${{ count: countText(count) }} classes`;
}

/** While no box is ticked. @param trained classes that are trained on until one is */
export function noneText(trained: number): string {
  return plural(trained, {
    one: 'Choose at least one: until then the network trains on # class as before',
    other: 'Choose at least one: until then the network trains on # classes as before',
  });
}

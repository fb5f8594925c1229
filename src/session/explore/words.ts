// What sets of test images are called, and what stands in place of a map of equal codes, in every panel that shows them.
import { t } from '@lingui/core/macro';
import { countText } from '../../core/number-text';
import type { ImageSet } from './exploration';

/** In place of a map of `count` codes that are all equal. */
export function allEqualText(count: number): string {
  return t`All ${{ count: countText(count) }} codes are equal: the encoder gives every one the same code, so there is nothing to map. Train on. If the codes stay equal, a layer is dead: press Reset and choose a smaller learning rate.`;
}

/** Where classes would be told apart. */
export const noLabelsText = t`No classes to colour by: the colour is the reconstruction error.`;

export const errorMeaning = t`Mean squared error of the reconstruction, per value.`;

export function classSetText(className: string): string {
  return t`all of class ${className}`;
}

/**
 * A choice of each class for a menu. In a long one the name stands alone under a heading, so that typing its first letters
 * finds it.
 */
export function classSetOptions(
  classNames: readonly string[],
): { value: string; label: string; group?: string }[] {
  const isLong = classNames.length > 15;
  return classNames.map((name, label) => ({
    value: String(label),
    ...(isLong ? { label: name, group: t`all of class` } : { label: classSetText(name) }),
  }));
}

/** `all of class 7`, `312 selected` */
export function imageSetText({ origin, indices }: ImageSet, classNames: readonly string[]): string {
  if (origin.kind === 'lasso') return t`${{ count: countText(indices.length) }} selected`;
  return classSetText(classNames[origin.label] ?? String(origin.label));
}

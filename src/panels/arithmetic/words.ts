// What the arithmetic does, and where its sets come from.
import { t } from '@lingui/core/macro';

/** @param isOfClasses whether the data set has classes for the menus */
export function arithmeticText(isOfClasses: boolean): string {
  const rule = t`Mean code of A, minus that of B, plus that of C. An empty place adds nothing.`;
  return isOfClasses
    ? t`${rule} Sets come from the menus, or from the map: select with the lasso, then “Use as A”, “Use as B” or “Use as C”.`
    : t`${rule} These samples have no labels, so sets come from the map: select with the lasso, then “Use as A”, “Use as B” or “Use as C”.`;
}

// What the arithmetic does, and where its sets come from.

/** @param isOfClasses whether the data set has classes for the menus */
export function arithmeticText(isOfClasses: boolean): string {
  const rule = 'Mean code of A, minus that of B, plus that of C. An empty place adds nothing.';
  return isOfClasses
    ? `${rule} Sets come from the menus, or from the map: select with the lasso, then “Use as A, B or C”.`
    : `${rule} These samples have no labels, so sets come from the map: select with the lasso, then “Use as A, B or C”.`;
}

// Where a lesson has no room for a column of its own.

/** The lesson lies over the page, as the style sheets have it. */
export const sheetQuery = '(max-width: 1100px)';

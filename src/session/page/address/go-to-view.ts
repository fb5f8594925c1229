// Goes to a view of the page by its address.

/**
 * What is shown already adds nothing to the history, so that Back leads out of it.
 * @param hash such as `#train`, which is shown at an address without a fragment too
 */
export function goToView(hash: string): void {
  if ((location.hash || '#train') !== hash) location.hash = hash;
}

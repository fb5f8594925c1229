// What is said about a data set once it is made.

/** This browser keeps nothing: a private window, or no space left. */
export function notKeptText(name: string): string {
  return `“${name}” is added for this visit only: this browser keeps nothing for the page (a private window, or no space left). Download it as NPZ to keep it.`;
}

// What is said about a data set once it is made.

/** This browser keeps nothing: a private window, or no space left. */
export function notKeptText(name: string): string {
  return `“${name}” is added for this visit only: this browser keeps nothing for the page (a private window, or no space left). Download it as NPZ to keep it.`;
}

/** The same samples were there under a name. @param now the name that the person has given them in this import; null for none */
export function alreadyHereText(name: string, now: string | null): string {
  return now === null || now === name
    ? `“${name}” is here already, with exactly these samples. Nothing was added.`
    : `“${name}” is here already, with exactly these samples. It is called “${now}” now.`;
}

// What is said about a data set once it is made.

/** This browser keeps nothing: a private window, or no space left. */
import { t } from '@lingui/core/macro';
export function notKeptText(name: string): string {
  return t`“${name}” is added for this visit only: this browser keeps nothing for the page (a private window, or no space left). Download it as NPZ to keep it.`;
}

/** The same samples were there under a name. @param now the name that the person has given them in this import; null for none */
export function alreadyHereText(name: string, now: string | null): string {
  return now === null || now === name
    ? t`“${name}” is here already, with exactly these samples. Nothing was added.`
    : t`“${name}” is here already, with exactly these samples. It is called “${now}” now.`;
}

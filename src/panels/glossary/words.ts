// What the glossary says beside its terms.
import { plural, t } from '@lingui/core/macro';

export const texts = {
  title: t`Glossary`,
  references: t`References`,
  find: t`Find a term`,
  list: t({ message: 'Terms', comment: 'accessible name of the list of all terms of the glossary' }),
  choose: t`Choose a term: each has one sentence, its formula, where it is in the playground, and where it comes from.`,
  noneFound: t`No term matches. Try another word, or fewer letters.`,
  places: t`In the playground`,
  related: t`See also`,
  alsoCalled: t`Also`,
  sources: t({ message: 'Sources', comment: 'heading over literature' }),
  explains: t({ message: 'For', comment: 'in a list of literature: the terms that a work is a source of' }),
} as const;

export function foundText(count: number): string {
  return plural(count, { one: '# term', other: '# terms' });
}

export function unknownText(id: string): string {
  return t`There is no term “${id}” in the glossary.`;
}

/** A place in the playground: the view, and the control or panel in it. */
export function placeText(view: string, control: string | undefined): string {
  return control === undefined
    ? view
    : t({ message: `${view}: ${control}`, comment: 'a view, and a control in it' });
}

// One work that is cited.

export interface Reference {
  /** Family names and initials, as in a list of references: `Kingma, D. P., Ba, J.` */
  authors: string;
  year: number;
  title: string;
  /** The journal with volume and pages, the conference, or the publisher. */
  venue: string;
  /** `https:`; left out where the work is not on the web. */
  link?: string;
}

/** How the work is named within a sentence: `Kingma & Ba 2015`, `Vincent et al. 2010`. */
export function citation({ authors, year }: Reference): string {
  // Family names and initials alternate: "Kingma, D. P., Ba, J."
  const names = authors.split(', ').filter((_, at) => at % 2 === 0);
  const [first = '', second] = names;
  if (second === undefined) return `${first} ${year}`;
  return names.length === 2 ? `${first} & ${second} ${year}` : `${first} et al. ${year}`;
}

// Joins the class names that are set: `classNames(styles.tile, picked && styles.picked)`.

export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

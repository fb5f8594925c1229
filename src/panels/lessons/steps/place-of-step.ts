// Where in the page a step is done.
import type { DoStep } from '../../../catalog/lessons/lesson';

/** The view, such as `explore/generate`. */
export function placeOfStep({ help }: DoStep): string {
  return help.find((one) => one.kind === 'open')?.place ?? 'train';
}

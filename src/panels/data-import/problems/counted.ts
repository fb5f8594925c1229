// Numbers and names of files in sentences.
import { countText } from '../../../core/number-text';

/** The first few files: `a.png, b.png and 12 more`. */
export function filesText(files: readonly string[], count = files.length, shown = 3): string {
  const named = files.slice(0, shown);
  const rest = count - named.length;
  return rest > 0 ? `${named.join(', ')} and ${countText(rest)} more` : named.join(', ');
}

/** `7 samples`, `1 sample` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

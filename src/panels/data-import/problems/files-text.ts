// Names of files in sentences.
import { t } from '@lingui/core/macro';
import { countText } from '../../../core/number-text';

/** The first few files: `a.png, b.png and 12 more`. */
export function filesText(files: readonly string[], count = files.length, shown = 3): string {
  const named = files.slice(0, shown);
  const rest = count - named.length;
  return rest > 0
    ? t`${{ named: named.join(', ') }} and ${{ rest: countText(rest) }} more`
    : named.join(', ');
}

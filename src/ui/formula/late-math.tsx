// What draws TeX once KaTeX has arrived, and what stands in when it does not.
import type { ComponentType } from 'react';

type MathView = ComponentType<{ tex: string }>;

/** For `React.lazy`: the view made of `typeset`; the TeX itself where the chunk with it could not be fetched. */
export function mathView(
  arriving: Promise<{ typeset: (tex: string) => string }>,
): Promise<{ default: MathView }> {
  return arriving.then(
    ({ typeset }) => ({ default: ({ tex }) => <span dangerouslySetInnerHTML={{ __html: typeset(tex) }} /> }),
    () => ({ default: ({ tex }) => <code>{tex}</code> }),
  );
}

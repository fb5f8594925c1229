// TeX set with KaTeX, its stylesheet and fonts from the package. A chunk of its own: see formula.tsx.
import katex from 'katex';
import 'katex/dist/katex.min.css';
import { useLayoutEffect, useRef } from 'react';

/** Elements for the eye and, unseen, MathML for assistive technology. Bad TeX becomes its own source, never an error. */
export function TypesetMath({ tex }: { tex: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!place.current) return;
    // Not as a text of HTML: its inline styles are against the page's security policy.
    katex.render(tex, place.current, {
      output: 'htmlAndMathml',
      throwOnError: false,
      strict: 'ignore',
      errorColor: 'currentColor',
    });
  }, [tex]);
  return <span ref={place} />;
}

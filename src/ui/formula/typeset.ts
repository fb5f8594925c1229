// TeX to HTML with KaTeX, its stylesheet and fonts from the package. A chunk of its own: see formula.tsx.
import katex from 'katex';
import 'katex/dist/katex.min.css';

/** HTML for the eye and, unseen, MathML for assistive technology. Bad TeX becomes its own source, never an error. */
export function typeset(tex: string): string {
  return katex.renderToString(tex, {
    output: 'htmlAndMathml',
    throwOnError: false,
    strict: 'ignore',
    errorColor: 'currentColor',
  });
}

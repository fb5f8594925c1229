// The text of a lesson: words marked `**strong**`, and `[links](term)` to the glossary, whose terms a test of the lessons checks.
import type { ReactNode } from 'react';
import { termHref, type TermId } from '../../core/glossary/term-id';

const marks = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([a-z0-9-]+)\)/g;

export function RichText({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const mark of text.matchAll(marks)) {
    const [whole, strong, linked, term = ''] = mark;
    parts.push(text.slice(from, mark.index));
    parts.push(
      strong === undefined ? (
        <a key={mark.index} href={termHref(term as TermId)}>
          {linked}
        </a>
      ) : (
        <strong key={mark.index}>{strong}</strong>
      ),
    );
    from = mark.index + whole.length;
  }
  parts.push(text.slice(from));
  return <>{parts}</>;
}

export function Paragraphs({ text }: { text: readonly string[] }) {
  return text.map((paragraph, at) => (
    <p key={at}>
      <RichText text={paragraph} />
    </p>
  ));
}

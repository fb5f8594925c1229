// The list of terms: one stop of the Tab key, with the arrow keys between the terms. The search field's arrow key leads into it.
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { termHref, type TermId } from '../../core/glossary/term-id';
import { classNames } from '../../ui/class-names';
import { findTerms } from './find-terms';
import styles from './term-list.module.css';
import { terms } from './terms';
import { foundText, texts } from './words';

interface TermListProps {
  /** The term that is shown. */
  open: TermId | null;
  className?: string | undefined;
}

export function TermList({ open, className }: TermListProps) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [lastFocused, setLastFocused] = useState<TermId | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = findTerms(terms, search);
  const isFound = (term: TermId | null) => found.some((one) => one.id === term);
  const stop = [lastFocused, open].find(isFound) ?? found[0]?.id;

  // The list scrolls to the term that is shown, and the page stays where it is.
  useEffect(() => {
    const shown = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!shown || !list.current) return;
    const { top, bottom } = list.current.getBoundingClientRect();
    const place = shown.getBoundingClientRect();
    if (place.top < top || place.bottom > bottom)
      list.current.scrollTop += (place.top + place.bottom) / 2 - (top + bottom) / 2;
  }, [open]);

  function onSearchKey(event: KeyboardEvent) {
    const [first] = linksIn(list.current);
    if (event.key === 'Enter') first?.click();
    else if (event.key === 'ArrowDown') first?.focus();
    else if (event.key === 'Escape' && search !== '') setSearch('');
    else return;
    event.preventDefault();
  }

  return (
    <div className={classNames(styles.list, className)}>
      <div className={styles.search}>
        <Search size={14} aria-hidden="true" />
        <label htmlFor={id} className="visually-hidden">
          {texts.find}
        </label>
        <input
          id={id}
          type="search"
          placeholder={texts.find}
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={onSearchKey}
        />
        <span role="status" className={styles.count}>
          {foundText(found.length)}
        </span>
      </div>
      {found.length === 0 && <p className={styles.none}>{texts.noneFound}</p>}
      <ul ref={list} aria-label={texts.list} onKeyDown={moveByKey}>
        {found.map((one) => (
          <li key={one.id}>
            <a
              href={termHref(one.id)}
              aria-current={one.id === open ? 'page' : undefined}
              tabIndex={one.id === stop ? 0 : -1}
              onFocus={() => setLastFocused(one.id)}
            >
              {one.term}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function linksIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll('a') ?? [])];
}

function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const links = linksIn(event.currentTarget);
  const at = links.findIndex((link) => link === document.activeElement);
  const places: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: links.length - 1,
  };
  const next = places[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}

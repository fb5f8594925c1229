// A list that may become long: with more than a few entries it keeps to a height, scrolls by itself and can be searched. Its
// buttons are then one stop of the Tab key, with the arrow keys between them.
import { t } from '@lingui/core/macro';
import { Search } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from '../../class-names';
import styles from './long-list.module.css';

/** Lists with more entries than this are long. */
export const longListFrom = 15;

/** What a button of a long list takes as its `tabIndex`; undefined in a short one. */
type TabStop = 0 | -1 | undefined;

interface LongListProps<T> {
  /** Accessible name. */
  label: string;
  /** Of the search field: `Find a class`. */
  searchLabel: string;
  items: readonly T[];
  keyOf: (item: T) => number;
  /** What the search looks at. */
  nameOf: (item: T) => string;
  /** Whether each entry is a button, or text. */
  entries: 'buttons' | 'text';
  children: (item: T, tabIndex: TabStop) => ReactNode;
  /** Beside the search field. */
  note?: string | undefined;
  className?: string | undefined;
  listClassName?: string | undefined;
}

export function LongList<T>(props: LongListProps<T>) {
  const { items, keyOf, nameOf, label, entries, className, listClassName, children } = props;
  const isLong = items.length > longListFrom;
  const [search, setSearch] = useState('');
  const [lastFocused, setLastFocused] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const shown = isLong ? matching(items, nameOf, search) : items;
  const keys = shown.map(keyOf);
  const tabStop = lastFocused !== null && keys.includes(lastFocused) ? lastFocused : keys[0];
  const movesByKeys = isLong && entries === 'buttons';

  return (
    <div className={classNames(styles.longList, className)}>
      {isLong && (
        <SearchField
          {...props}
          search={search}
          onSearch={setSearch}
          found={shown.length}
          onEnter={() => buttonsIn(list.current)[0]?.click()}
          onDown={() => buttonsIn(list.current)[0]?.focus()}
        />
      )}
      <ul
        ref={list}
        // The results of another search begin at their top.
        key={search}
        className={classNames(isLong && styles.scrolling, listClassName)}
        aria-label={label}
        data-picture="keep"
        tabIndex={isLong && entries === 'text' ? 0 : undefined}
        onKeyDown={movesByKeys ? moveByKey : undefined}
      >
        {shown.map((item, place) => (
          <li key={keys[place]} onFocus={movesByKeys ? () => setLastFocused(keyOf(item)) : undefined}>
            {children(item, movesByKeys ? (keys[place] === tabStop ? 0 : -1) : undefined)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SearchFieldProps extends Pick<LongListProps<unknown>, 'searchLabel' | 'note'> {
  items: readonly unknown[];
  search: string;
  found: number;
  onSearch: (search: string) => void;
  onEnter: () => void;
  onDown: () => void;
}

function SearchField(props: SearchFieldProps) {
  const { searchLabel, items, note, search, found, onSearch, onEnter, onDown } = props;
  const id = useId();
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && search !== '') onEnter();
    else if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Escape' && search !== '') onSearch('');
    else return;
    event.preventDefault();
  }
  return (
    <div className={styles.search}>
      <Search className={styles.glass} size={13} aria-hidden="true" />
      <input
        type="search"
        aria-label={searchLabel}
        aria-describedby={`${id}-found`}
        placeholder={`${searchLabel} (${items.length})`}
        autoComplete="off"
        spellCheck={false}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}-found`} className={styles.note} role="status">
        {search === '' ? '' : t`${found} of ${{ count: items.length }}`}
      </span>
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </div>
  );
}

/** The items whose name contains the text, upper and lower case alike; those that begin with it first. */
function matching<T>(items: readonly T[], nameOf: (item: T) => string, text: string): readonly T[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return items;
  const places = items.map((item) => ({ item, at: nameOf(item).toLocaleLowerCase().indexOf(wanted) }));
  const within = (isAtStart: boolean) =>
    places.filter(({ at }) => at >= 0 && (at === 0) === isAtStart).map(({ item }) => item);
  return [...within(true), ...within(false)];
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

function moveByKey(event: KeyboardEvent<HTMLUListElement>) {
  const step = steps[event.key];
  const buttons = buttonsIn(event.currentTarget);
  const place = buttons.findIndex((button) => button === document.activeElement);
  if (step === undefined || place < 0) return;
  event.preventDefault();
  buttons[Math.min(buttons.length - 1, Math.max(0, place + step))]?.focus();
}

function buttonsIn(list: HTMLUListElement | null): HTMLButtonElement[] {
  return [...(list?.querySelectorAll('button') ?? [])];
}

// The numbers of a chart, a map or a row of images as a table on the page, some rows at a time.
import { useEffect, useRef, useState } from 'react';
import { ChevronLeft } from 'lucide-react';
import { countText, significantText } from '../../../core/number-text';
import type { Offer } from '../offers';
import { placeNames, rowsText, texts } from '../menu/words';
import styles from './number-table.module.css';
import { readNumbers, rowsAtOnce, type ShownNumbers } from './shown-numbers';

interface NumberTableProps {
  /** Of the card. */
  title: string;
  offer: Offer;
  onBack: () => void;
}

export function NumberTable({ title, offer, onBack }: NumberTableProps) {
  const back = useRef<HTMLButtonElement>(null);
  const [numbers, setNumbers] = useState<ShownNumbers | 'failed' | null>(null);
  useEffect(() => {
    let isAsked = true;
    readNumbers(offer, placeNames()).then(
      (read) => isAsked && setNumbers(read),
      () => isAsked && setNumbers('failed'),
    );
    return () => {
      isAsked = false;
    };
  }, [offer]);
  useEffect(() => back.current?.focus(), []);
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <button ref={back} type="button" aria-label={texts.back} title={texts.back} onClick={onBack}>
          <ChevronLeft size={16} aria-hidden="true" />
        </button>
        <h3>{offer.name === title ? title : `${title}: ${offer.name}`}</h3>
      </div>
      {numbers === null && <p role="status">{texts.reading}</p>}
      {numbers === 'failed' && <p role="alert">{texts.dataFailed}</p>}
      {numbers !== null && numbers !== 'failed' && <Pages name={offer.name} numbers={numbers} />}
    </div>
  );
}

function Pages({ name, numbers }: { name: string; numbers: ShownNumbers }) {
  const { columns, count, rows } = numbers;
  const region = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState(0);
  const show = (row: number) => {
    setFrom(row);
    region.current?.scrollTo({ top: 0 });
    // A button that leads to the first or the last rows cannot keep the focus.
    if (row === 0 || row + atOnce >= count) region.current?.focus();
  };
  const atOnce = rowsAtOnce(columns.length);
  const to = Math.min(count, from + atOnce);
  const range = rowsText(from + 1, to, count);
  if (count === 0) return <p role="status">{texts.nothing}</p>;
  return (
    <>
      {/* With the keyboard it is scrolled by the arrow keys. */}
      <div ref={region} className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
        <table className={styles.table}>
          <caption className="visually-hidden">{`${name}. ${range}`}</caption>
          <thead>
            <tr>
              {columns.map((column, place) => (
                <th key={place} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows(from, to).map((row, place) => (
              <tr key={from + place}>
                {row.map((cell, column) =>
                  column === 0 ? (
                    <th key={column} scope="row">
                      <Cell value={cell} />
                    </th>
                  ) : (
                    <td key={column} data-kind={typeof cell}>
                      <Cell value={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <span role="status">{range}</span>
        {count > atOnce && (
          <>
            <button type="button" disabled={from === 0} onClick={() => show(Math.max(0, from - atOnce))}>
              {texts.earlierRows}
            </button>
            <button type="button" disabled={to === count} onClick={() => show(from + atOnce)}>
              {texts.laterRows}
            </button>
          </>
        )}
      </div>
    </>
  );
}

function Cell({ value }: { value: string | number | null }) {
  if (value === null) return texts.unknown;
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return texts.unknown;
  // Six digits are what a float of 32 bits is good for; files and the clipboard have them all.
  const text =
    Number.isInteger(value) && Math.abs(value) < 1e15 ? countText(value) : significantText(value, 6);
  return <span data-value={value}>{text.startsWith('-') ? text.replace('-', '−') : text}</span>;
}

// The menu "Save or copy" of a card: its picture, and below it whatever numbers it has, each with the formats that suit it.
import { Suspense, use, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { cardOffers } from '../data/card-offers';
import { formatsOf, type DataFormat } from '../data/data-file';
import type { Offer, OfferSource } from '../offers';
import { isDark } from '../picture/capture';
import { canCopyPictures, createSaver, pictureKinds, type Outcome } from './saver';
import styles from './save-menu.module.css';
import { copyLabel, formatNames, saveLabel, texts } from './words';

export interface SaveMenuProps {
  title: string;
  offers: Iterable<OfferSource>;
  /** The button that opened it, in the card. */
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** Open for as long as it is rendered: a popover of the browser's own, which closes on Escape and on a press beside it. */
export function SaveMenu({ title, offers, button, onClose }: SaveMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const card = button.current?.closest('section') ?? null;
  // Here and not in the part that waits for it, which would ask anew each time it is tried.
  const [reading] = useState(() => card && cardOffers(card, title, offers));
  useLayoutEffect(() => {
    const opened = menu.current;
    const anchor = button.current;
    if (!opened || !anchor) return;
    place(opened, anchor.getBoundingClientRect());
    if ('showPopover' in opened && !opened.matches(':popover-open')) opened.showPopover();
    opened.focus();
  }, [button]);
  return (
    <div
      ref={menu}
      popover="auto"
      role="dialog"
      tabIndex={-1}
      aria-label={`${texts.title}: ${title}`}
      className={styles.menu}
      data-picture="omit"
      onToggle={({ newState }) => newState === 'closed' && onClose()}
    >
      <Suspense fallback={<p className={styles.note}>{texts.reading}</p>}>
        {card && reading && <Rows title={title} card={card} reading={reading} />}
      </Suspense>
    </div>
  );
}

const margin = 8;

/** Below the button and flush with its right side; above it where there is more room. */
function place({ style }: HTMLElement, { left, right, top, bottom }: DOMRect): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  // On the left half of the page it opens to the right.
  if (right > width / 2) style.right = `${Math.max(margin, width - right)}px`;
  else style.left = `${Math.max(margin, left)}px`;
  const isBelow = height - bottom >= top;
  if (isBelow) style.top = `${bottom + 4}px`;
  else style.bottom = `${height - top + 4}px`;
  style.maxHeight = `${(isBelow ? height - bottom : top) - 4 - margin}px`;
}

interface RowsProps {
  title: string;
  card: HTMLElement;
  reading: Promise<Offer[]>;
}

function Rows({ title, card, reading }: RowsProps) {
  const [isScreen, setIsScreen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | 'working' | null>(null);
  const offers = use(reading);
  const saver = useMemo(() => createSaver(card, title), [card, title]);
  const pictures = useMemo(() => pictureKinds(card), [card]);
  const look = isScreen ? 'screen' : 'paper';
  const run = (task: Promise<Outcome>) => {
    setOutcome('working');
    void task.then(setOutcome);
  };
  if (pictures.length === 0 && offers.length === 0) return <p className={styles.note}>{texts.nothing}</p>;
  return (
    <>
      {pictures.length > 0 && (
        <div className={styles.row}>
          <span>{texts.picture}</span>
          {canCopyPictures() && (
            <button
              type="button"
              aria-label={copyLabel('picture')}
              onClick={() => run(saver.copyPicture(look))}
            >
              {texts.copy}
            </button>
          )}
          {pictures.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-label={saveLabel('picture', texts[kind])}
              onClick={() => run(saver.savePicture(kind, look))}
            >
              {texts[kind]}
            </button>
          ))}
        </div>
      )}
      {pictures.length > 0 && isDark() && (
        <label className={styles.look} title={texts.screenLookMeaning}>
          <input type="checkbox" checked={isScreen} onChange={({ target }) => setIsScreen(target.checked)} />
          <span>{texts.screenLook}</span>
        </label>
      )}
      {offers.map((offer) => (
        <OfferRow
          key={offer.name}
          offer={offer}
          onCopy={() => run(saver.copyTable(offer))}
          onSave={(format) => run(saver.saveData(offer, format))}
        />
      ))}
      <OutcomeLine outcome={outcome} />
    </>
  );
}

interface OfferRowProps {
  offer: Offer;
  onCopy: () => void;
  onSave: (format: DataFormat) => void;
}

function OfferRow({ offer, onCopy, onSave }: OfferRowProps) {
  return (
    <div className={styles.row}>
      <span>{offer.name}</span>
      {offer.table && (
        <button type="button" aria-label={copyLabel(offer.name)} onClick={onCopy}>
          {texts.copy}
        </button>
      )}
      {formatsOf(offer).map((format) => (
        <button
          key={format}
          type="button"
          aria-label={saveLabel(offer.name, formatNames[format])}
          onClick={() => onSave(format)}
        >
          {formatNames[format]}
        </button>
      ))}
    </div>
  );
}

function OutcomeLine({ outcome }: { outcome: Outcome | 'working' | null }) {
  const isFailure = outcome !== null && outcome !== 'working' && outcome.kind === 'failed';
  const text = outcome === 'working' ? texts.working : outcome?.text;
  return (
    <>
      <p className={styles.note} role="status">
        {isFailure ? null : text}
      </p>
      {isFailure && (
        <p className={styles.failure} role="alert">
          {text}
        </p>
      )}
      {!canCopyPictures() && <p className={styles.note}>{texts.noClipboard}</p>}
    </>
  );
}

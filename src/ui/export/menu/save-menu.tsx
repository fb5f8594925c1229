// The menu "Show, save or copy" of a card: its picture, and below it whatever numbers it has, each as a table to read, and with the
// formats that suit it.
import { Suspense, use, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { classNames } from '../../class-names';
import { cardOffers } from '../data/card-offers';
import { formatsOf, type DataFormat } from '../data/data-file';
import type { Offer, OfferSource } from '../offers';
import { isDark } from '../picture/capture';
import { canCopyPictures, createSaver, pictureKinds, type Outcome } from './saver';
import { NumberTable } from '../table/number-table';
import styles from './save-menu.module.css';
import { copyLabel, formatNames, saveLabel, tableLabel, texts } from './words';

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
  const [shown, setShown] = useState<Offer | null>(null);
  const card = button.current?.closest('section') ?? null;
  // Here and not in the part that waits for it, which would ask anew each time it is tried.
  const [reading] = useState(() => card && cardOffers(card, title, offers));
  useLayoutEffect(() => {
    const opened = menu.current;
    const anchor = button.current;
    if (!opened || !anchor) return;
    if (shown === null) place(opened, anchor.getBoundingClientRect());
    // In the middle of the page, wherever its card is.
    else opened.removeAttribute('style');
    if ('showPopover' in opened && !opened.matches(':popover-open')) opened.showPopover();
    if (shown === null) opened.focus();
  }, [button, shown]);
  return (
    <div
      ref={menu}
      popover="auto"
      role="dialog"
      tabIndex={-1}
      aria-label={`${texts.title}: ${title}`}
      className={classNames(styles.menu, shown !== null && styles.wide)}
      data-picture="omit"
      onToggle={({ newState }) => newState === 'closed' && onClose()}
    >
      <Suspense fallback={<p className={styles.note}>{texts.reading}</p>}>
        {card && reading && shown === null && (
          <Rows title={title} card={card} reading={reading} onShow={setShown} />
        )}
        {shown !== null && <NumberTable title={title} offer={shown} onBack={() => setShown(null)} />}
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
  onShow: (offer: Offer) => void;
}

function Rows({ title, card, reading, onShow }: RowsProps) {
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
          onShow={() => onShow(offer)}
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
  onShow: () => void;
  onCopy: () => void;
  onSave: (format: DataFormat) => void;
}

function OfferRow({ offer, onShow, onCopy, onSave }: OfferRowProps) {
  return (
    <div className={styles.row}>
      <span>{offer.name}</span>
      <button type="button" aria-label={tableLabel(offer.name)} onClick={onShow}>
        {texts.table}
      </button>
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

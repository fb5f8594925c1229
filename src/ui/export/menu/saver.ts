// What the buttons of the menu do. Nothing is thrown: every outcome is a sentence for the menu.
import { englishOf } from '../../../core/language/english';
import { tableText } from '../../../core/table';
import { dataFile, englishTable, type DataFormat } from '../data/data-file';
import type { Offer } from '../offers';
import { pageFacts, type Source } from '../page-facts';
import type { Look } from '../picture/capture';
import { cardPicture, pictureDensity, type CardPicture } from '../picture/card-picture';
import { UnreadablePicture } from '../picture/pixels';
import { svgToPng } from '../picture/raster';
import { exportName, saveFile } from '../save-file';
import { savedText, texts } from './words';

export interface Outcome {
  readonly kind: 'done' | 'failed';
  readonly text: string;
}

export type PictureKind = 'png' | 'svg';

export interface Saver {
  readonly savePicture: (kind: PictureKind, look: Look) => Promise<Outcome>;
  readonly copyPicture: (look: Look) => Promise<Outcome>;
  readonly saveData: (offer: Offer, format: DataFormat) => Promise<Outcome>;
  readonly copyTable: (offer: Offer) => Promise<Outcome>;
}

export function canCopyPictures(): boolean {
  return typeof ClipboardItem !== 'undefined' && 'clipboard' in navigator;
}

/**
 * Square CSS pixels. Smaller drawings are icons, or samples of a line in a legend. Not by their height: on a low screen a row of ten
 * images is 17 px high.
 */
const smallestPicture = 1600;

/** Pixels where the card shows something; shapes where that is a chart, or a table. */
export function pictureKinds(card: HTMLElement): readonly PictureKind[] {
  const isLarge = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width * height >= smallestPicture;
  };
  const has = (selector: string) => [...card.querySelectorAll(selector)].some(isLarge);
  if (has('svg, table')) return ['png', 'svg'];
  return has('canvas, img') ? ['png'] : [];
}

const nowhere: Source = { name: '', caption: '' };

/** @param card the section with the title */
export function createSaver(card: HTMLElement, title: string): Saver {
  const about = card.dataset['source'];

  async function source(): Promise<Source> {
    const facts = await pageFacts();
    if (about !== undefined) return { name: about, caption: about };
    return facts?.source() ?? nowhere;
  }

  async function draw(look: Look): Promise<CardPicture> {
    const { caption } = await source();
    const pieces = caption === '' ? [] : caption.split(' · ');
    return cardPicture(card, { title, caption: [...pieces, 'Hourglass'] }, look);
  }

  async function png(look: Look): Promise<Blob> {
    return svgToPng((await draw(look)).svg, pictureDensity);
  }

  return {
    savePicture: (kind, look) =>
      outcomeOf(texts.pictureFailed, async () => {
        const { name } = await source();
        const file = exportName(englishOf(title), englishOf(name), kind);
        const { svg, hasFont } = await draw(look);
        const content =
          kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await svgToPng(svg, pictureDensity);
        saveFile(file, content);
        return savedText(file, hasFont);
      }),
    copyPicture: (look) =>
      outcomeOf(texts.clipboardDenied, async () => {
        // Handed over while the press still counts as the person's own: the picture follows.
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png(look) })]);
        return texts.copied;
      }),
    saveData: (offer, format) =>
      outcomeOf(texts.dataFailed, async () => {
        const { name, caption } = await source();
        const isSaid = title.toLowerCase().endsWith(offer.name.toLowerCase());
        const what = [title, ...(isSaid ? [] : [offer.name])].map(englishOf).join(' ');
        const file = exportName(what, englishOf(name), format);
        const facts = { name: englishOf(offer.name), experiment: englishOf(caption) };
        saveFile(file, await dataFile(offer, format, facts));
        return savedText(file);
      }),
    copyTable: (offer) =>
      outcomeOf(texts.clipboardDenied, async () => {
        const table = await offer.table?.();
        if (table) await navigator.clipboard.writeText(tableText(englishTable(table)));
        return texts.copied;
      }),
  };
}

async function outcomeOf(failure: string, task: () => Promise<string>): Promise<Outcome> {
  try {
    return { kind: 'done', text: await task() };
  } catch (error) {
    return { kind: 'failed', text: error instanceof UnreadablePicture ? texts.unreadable : failure };
  }
}

// The built-in data sets as a person reads them: titles, origin and classes in the language of the page. Manifests, runs, links and
// files keep the English words, which are what they are known by; only what is shown goes through here.
import { keepAsGiven, noteWord } from '../../core/language/english';
import { i18n } from '../../core/language/i18n';
import type { DatasetInfo } from '../../core/samples/dataset-info';

/** The words of the page under an id of the folder `said`; the English ones where there are none. */
function said(id: string, english: string): string {
  if (i18n.messages[id] === undefined) return english;
  const text = i18n._(id);
  noteWord(text, () => english);
  return text;
}

/** @param dataset as in `experiment.dataset` @param name in English, as the manifest has it */
export function shownDataName(dataset: string, name: string): string {
  if (dataset.startsWith('own:')) keepAsGiven([name]);
  return said(`data.${dataset}.name`, name);
}

type Shown = Pick<DatasetInfo, 'name' | 'licence' | 'attribution'>;

/** Title, licence and origin. @param info whose `id` is as in `experiment.dataset` */
export function shownCredit<Info extends Shown & { readonly id: string }>(info: Info): Info {
  const { id, name, licence, attribution } = info;
  return {
    ...info,
    name: shownDataName(id, name),
    licence: said(`data.${id}.licence`, licence),
    attribution: said(`data.${id}.attribution`, attribution),
  };
}

const known = new WeakMap<DatasetInfo, DatasetInfo>();

/** The same object for the same data set, and the data set itself where its words are those of the page. */
export function shownDataset(info: DatasetInfo): DatasetInfo {
  if (i18n.locale === 'en') return info;
  if (info.id.startsWith('own:')) {
    keepAsGiven([info.name, ...info.classNames]);
    return info;
  }
  const before = known.get(info);
  if (before) return before;
  const classNames = info.classNames.map((name) => said(`class.${info.id}.${name}`, name));
  const shown = { ...shownCredit(info), classNames };
  known.set(info, shown);
  return shown;
}

// The source of a data set, by its id.
import {
  isGenerated,
  isOwn,
  isPageMade,
  type DatasetId,
  type GeneratedDatasetId,
  type OwnDatasetId,
} from '../../core/experiment/dataset-id';
import type { AskPage, OwnDataset } from '../../core/samples/own-dataset';
import type { DatasetSource } from './dataset-source';
import { generatedSource } from './generated/generated-source';
import { servedSource } from './served/served-source';
import { ownSource } from './stored/own-source';
import { pageMadeSource } from './stored/page-made-source';

/**
 * A worker's way to every data set: what is beside the page, what is made here, what the browser keeps, and what the page has lent or
 * makes.
 */
export class Sources {
  readonly #baseUrl: string;
  readonly #askPage: AskPage | null;
  readonly #made = new Map<GeneratedDatasetId, DatasetSource>();
  readonly #lent = new Map<OwnDatasetId, OwnDataset>();

  /**
   * @param baseUrl absolute address of the folder that holds `data/`
   * @param askPage null: no page makes data sets
   */
  constructor(baseUrl: string, askPage: AskPage | null = null) {
    this.#baseUrl = baseUrl;
    this.#askPage = askPage;
  }

  /** Takes over a data set that this browser does not keep. */
  lend(id: OwnDatasetId, dataset: OwnDataset): void {
    this.#lent.set(id, dataset);
  }

  find(id: DatasetId): DatasetSource {
    if (isOwn(id)) return ownSource(id, this.#lent.get(id) ?? null);
    if (isPageMade(id)) return pageMadeSource(id, this.#askPage);
    return isGenerated(id) ? this.#generated(id) : servedSource(this.#baseUrl, id);
  }

  #generated(id: GeneratedDatasetId): DatasetSource {
    const source = this.#made.get(id) ?? generatedSource(id);
    this.#made.set(id, source);
    return source;
  }
}

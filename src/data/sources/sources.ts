// The source of a data set, by its id.
import {
  isGenerated,
  isOwn,
  type DatasetId,
  type GeneratedDatasetId,
  type OwnDatasetId,
} from '../../core/experiment/dataset-id';
import type { OwnDataset } from '../../core/samples/own-dataset';
import type { DatasetSource } from './dataset-source';
import { generatedSource } from './generated/generated-source';
import { servedSource } from './served/served-source';
import { ownSource } from './stored/own-source';

/** A worker's way to every data set: what is beside the page, what is made here, what the browser keeps, and what the page has lent. */
export class Sources {
  readonly #baseUrl: string;
  readonly #made = new Map<GeneratedDatasetId, DatasetSource>();
  readonly #lent = new Map<OwnDatasetId, OwnDataset>();

  /** @param baseUrl absolute address of the folder that holds `data/` */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /** Takes over a data set that this browser does not keep. */
  lend(id: OwnDatasetId, dataset: OwnDataset): void {
    this.#lent.set(id, dataset);
  }

  find(id: DatasetId): DatasetSource {
    if (isOwn(id)) return ownSource(id, this.#lent.get(id) ?? null);
    return isGenerated(id) ? this.#generated(id) : servedSource(this.#baseUrl, id);
  }

  #generated(id: GeneratedDatasetId): DatasetSource {
    const source = this.#made.get(id) ?? generatedSource(id);
    this.#made.set(id, source);
    return source;
  }
}

// What saved pictures and numbers say of the main run.
import { t } from '@lingui/core/macro';
import { layersTable } from '../core/latent/files/layers-table';
import { countText } from '../core/number-text';
import { runName } from '../session/archive/run-name';
import { datasetName } from '../session/datasets/datasets';
import { showTheme } from '../session/page/theme-store';
import { readCodes } from '../session/explore/codes-offers';
import type { Session } from '../session/session';
import type { Offer } from '../ui/export/offers';
import type { PageFacts, Source } from '../ui/export/page-facts';

export function pageFactsOf(session: Session): PageFacts {
  return {
    showTheme,
    source: () => sourceOf(session),
    offers: (of) => (of === 'codes' ? codesOffers(session) : layersOffers(session)),
  };
}

function sourceOf({ run, datasets }: Session): Source {
  const { experiment, facts, step } = run.store.getState();
  const { dataset, seed } = experiment;
  const data = facts?.dataset.name ?? datasetName(datasets.store.getState(), dataset);
  const name = runName({ name: null, experiment, data: { name: data } });
  return { name, caption: t`${name} · step ${{ step: countText(step) }} · seed ${{ seed: String(seed) }}` };
}

/** Read when they are asked for: the map alone needs only two numbers of each code. */
function codesOffers(session: Session): readonly Offer[] {
  return [
    { name: t`Codes of the test set`, isComputed: true, array: () => readCodes(session, 'codes') },
    { name: t`Labels of the test set`, isComputed: true, array: () => readCodes(session, 'labels') },
  ];
}

function layersOffers({ run }: Session): readonly Offer[] {
  const { snapshot } = run.store.getState();
  return snapshot === null ? [] : [{ name: t`Activations`, table: () => layersTable(snapshot.activations) }];
}

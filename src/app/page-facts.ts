// What saved pictures and numbers say of the main run.
import { familyName } from '../catalog/families/registry';
import { layersTable } from '../core/latent/files/layers-table';
import { countText } from '../core/number-text';
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
  const { codeSize, dataset, seed } = experiment;
  const family = familyName(experiment);
  const data = facts?.dataset.name ?? datasetName(datasets.store.getState(), dataset);
  const name = `${family.charAt(0).toUpperCase()}${family.slice(1)} · code ${codeSize} · ${data}`;
  return { name, caption: `${name} · step ${countText(step)} · seed ${seed}` };
}

/** Read when they are asked for: the map alone needs only two numbers of each code. */
function codesOffers(session: Session): readonly Offer[] {
  return [
    { name: 'Codes of the test set', isComputed: true, array: () => readCodes(session, 'codes') },
    { name: 'Labels of the test set', isComputed: true, array: () => readCodes(session, 'labels') },
  ];
}

function layersOffers({ run }: Session): readonly Offer[] {
  const { snapshot } = run.store.getState();
  return snapshot === null ? [] : [{ name: 'Activations', table: () => layersTable(snapshot.activations) }];
}

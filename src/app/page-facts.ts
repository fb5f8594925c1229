// What saved pictures and numbers say of the main run.
import { familyName } from '../catalog/families/registry';
import { countText } from '../core/number-text';
import { datasetName } from '../session/datasets/datasets';
import { showTheme } from '../session/page/theme-store';
import type { Session } from '../session/session';
import type { PageFacts, Source } from '../ui/export/page-facts';

export function pageFactsOf(session: Session): PageFacts {
  return { showTheme, source: () => sourceOf(session) };
}

function sourceOf({ run, datasets }: Session): Source {
  const { experiment, facts, step } = run.store.getState();
  const { codeSize, dataset, seed } = experiment;
  const family = familyName(experiment);
  const data = facts?.dataset.name ?? datasetName(datasets.store.getState(), dataset);
  const name = `${family.charAt(0).toUpperCase()}${family.slice(1)} · code ${codeSize} · ${data}`;
  return { name, caption: `${name} · step ${countText(step)} · seed ${seed}` };
}

// Every term of the glossary by its id. To add one: its id in core/glossary/term-id.ts, and an entry in the file of its theme.
import type { TermId } from '../../core/glossary/term-id';
import type { GlossaryEntry } from './entry';
import { anomalies } from './terms/anomalies';
import { basics } from './terms/basics';
import { families } from './terms/families';
import { latent } from './terms/latent';
import { layers } from './terms/layers';
import { losses } from './terms/losses';
import { measuring } from './terms/measuring';
import { repairing } from './terms/repairing';
import { training } from './terms/training';
import { variational } from './terms/variational';

export const glossary: Readonly<Record<TermId, GlossaryEntry>> = {
  ...basics,
  ...layers,
  ...losses,
  ...training,
  ...measuring,
  ...families,
  ...variational,
  ...latent,
  ...anomalies,
  ...repairing,
};

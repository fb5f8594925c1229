// Asks the analysis worker for UMAP of the codes of the first test images. Seeded, so that the same codes give the same map.
import { analysis } from './actions';
import { runStore } from './run-store';
import { noUmap, umapStore } from './umap-store';

const settings = { neighbours: 15, minDistance: 0.1, seed: 1 };

/** Epochs of umap-learn's kind: fewer for more points. */
const epochsFor = (count: number) => (count <= 2000 ? 400 : 200);

/** The computation that counts: others have been cancelled or overtaken. */
let current = 0;

/** Maps the first `count` test images, with the codes that were last sent. */
export async function computeUmap(count: number): Promise<void> {
  const { testCodes } = runStore.getState();
  if (testCodes === null) return;
  const { codes, codeSize, step } = testCodes;
  const all = codes.length / codeSize;
  const used = Math.min(count, all);
  const mine = ++current;
  umapStore.setState({ progress: { message: 'Starting', share: 0 }, failure: null });
  try {
    const points = await analysis.umap(
      { ...settings, codes: codes.slice(0, used * codeSize), codeSize, epochs: epochsFor(used) },
      (progress) => {
        if (mine === current && umapStore.getState().progress !== null) umapStore.setState({ progress });
      },
    );
    if (mine !== current) return;
    umapStore.setState({ progress: null });
    if (points === null) return;
    const spread = new Float32Array(2 * all).fill(NaN);
    spread.set(points);
    umapStore.setState({ map: { points: spread, count: used, step } });
  } catch (error) {
    if (mine !== current) return;
    umapStore.setState({ progress: null, failure: error instanceof Error ? error.message : String(error) });
  }
}

export function cancelUmap(): void {
  current++;
  analysis.cancel('umap');
  umapStore.setState({ progress: null });
}

/** Of another network. */
export function forgetUmap(): void {
  if (umapStore.getState().progress !== null) analysis.cancel('umap');
  current++;
  umapStore.setState(noUmap);
}

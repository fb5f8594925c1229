// UMAP takes its time, so it is asked for: on how many images, how far it is, and of which step it is when it is there.
import { useState } from 'react';
import { countText, percentText } from '../../core/number-text';
import { useExploration } from '../../session/explore-store';
import { runStore } from '../../session/run-store';
import { cancelUmap, computeUmap } from '../../session/umap-actions';
import { useUmap } from '../../session/umap-store';
import { TextButton } from '../../ui/controls/buttons';
import { ProgressTrack } from '../../ui/controls/progress-track';
import { Select } from '../../ui/controls/select';
import { useWhileInView } from '../../ui/in-view/in-view';
import styles from './explore-map.module.css';

const counts = [2000, 5000, 10_000];

export function UmapOffer({ testCount }: { testCount: number }) {
  const [wanted, setWanted] = useState(5000);
  const map = useUmap((umap) => umap.map);
  const progress = useUmap((umap) => umap.progress);
  const failure = useUmap((umap) => umap.failure);
  const wantsManifold = useExploration(({ manifold }) => manifold !== null);
  const isOld = useWhileInView(runStore, (run) => map !== null && map.step !== run.testCodes?.step);
  const offered = [...new Set(counts.map((count) => Math.min(count, testCount)))];
  const chosen = offered.includes(wanted) ? wanted : (offered.at(-1) ?? testCount);
  if (progress !== null) {
    const words = `${progress.message}: ${percentText(progress.share)}`;
    return (
      <div className={styles.umap}>
        <span className={styles.umapWords}>{words}</span>
        <div className={styles.track}>
          <ProgressTrack label="UMAP" share={progress.share} text={words} />
        </div>
        <TextButton look="plain" onClick={cancelUmap}>
          Cancel
        </TextButton>
      </div>
    );
  }
  return (
    <div className={styles.umap}>
      <TextButton
        look="plain"
        explanation="Neighbours among the codes stay neighbours on the map (McInnes et al. 2018); distances and axes mean nothing"
        onClick={() => void computeUmap(chosen)}
      >
        {map ? 'Compute UMAP again' : 'Compute UMAP'}
      </TextButton>
      <Select
        label="Images on the UMAP"
        labelHidden
        look="quiet"
        value={String(chosen)}
        options={offered.map((count) => ({
          value: String(count),
          label: `of the first ${countText(count)} test images`,
        }))}
        onChange={(value) => setWanted(Number(value))}
      />
      <span className={styles.umapWords} role="status">
        {failure ?? (map && isOld ? `as of step ${countText(map.step)}` : '')}
      </span>
      {map && wantsManifold && (
        <span className={styles.umapWords}>No manifold: UMAP has no way back to codes.</span>
      )}
    </div>
  );
}

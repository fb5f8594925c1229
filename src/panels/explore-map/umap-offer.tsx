// UMAP is slow, so it runs on request: choose the number of images, then follow the progress and see the step it shows.
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { countText } from '../../core/number-text';
import { useSession } from '../../session/hooks/session-context';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { useUmap } from '../../session/hooks/analysis/use-umap';
import { analysisProgressText } from '../../session/analysis/words';
import { failureText } from '../../session/engine/notices/words';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { ProgressTrack } from '../../ui/controls/progress/progress-track';
import { Select } from '../../ui/controls/fields/select';
import { useWhileInView } from '../../ui/in-view/in-view';
import styles from './explore-map.module.css';

const counts = [2000, 5000, 10_000];

export function UmapOffer({ testCount }: { testCount: number }) {
  const { compute, cancel } = useSession().analysis.umap;
  const [wanted, setWanted] = useState(5000);
  const map = useUmap((umap) => umap.map);
  const progress = useUmap((umap) => umap.progress);
  const failure = useUmap((umap) => umap.failure);
  const wantsManifold = useExploration(({ manifold }) => manifold !== null);
  const isOld = useWhileInView(useRunStore(), (run) => map !== null && map.step !== run.testCodes?.step);
  const offered = [...new Set(counts.map((count) => Math.min(count, testCount)))];
  const sampleNames = useSampleWords();
  const { many, manyFirst } = sampleNames;
  const chosen = offered.includes(wanted) ? wanted : (offered.at(-1) ?? testCount);
  if (progress !== null) {
    const words = analysisProgressText(progress, sampleNames);
    return (
      <div className={styles.umap}>
        <span className={styles.umapWords}>{words}</span>
        <div className={styles.track}>
          <ProgressTrack label={t`UMAP`} share={progress.share} text={words} />
        </div>
        <TextButton look="plain" onClick={cancel}>{t`Cancel`}</TextButton>
      </div>
    );
  }
  return (
    <div className={styles.umap}>
      <TextButton
        look="plain"
        explanation={t`Neighbours among the codes stay neighbours on the map (McInnes et al. 2018); distances and axes mean nothing`}
        onClick={() => compute(chosen)}
      >
        {map ? t`Compute UMAP again` : t`Compute UMAP`}
      </TextButton>
      <Select
        label={t`${manyFirst} on the UMAP`}
        labelHidden
        look="quiet"
        value={String(chosen)}
        options={offered.map((count) => ({
          value: String(count),
          label: t`of the first ${{ count: countText(count) }} test ${many}`,
        }))}
        onChange={(value) => setWanted(Number(value))}
      />
      <span className={styles.umapWords} role="status">
        {failure ? failureText(failure) : map && isOld ? t`as of step ${{ step: countText(map.step) }}` : ''}
      </span>
      {map && wantsManifold && (
        <span className={styles.umapWords}>{t`No manifold: UMAP has no inverse.`}</span>
      )}
    </div>
  );
}

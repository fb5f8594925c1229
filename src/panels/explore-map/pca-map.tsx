// The PCA map, on the first two components. Map positions are decoded on the page, without the engine.
import { t } from '@lingui/core/macro';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { PcaModel } from '../../core/analysis-api';
import { regionGrid, type PlaneRegion } from '../../core/latent/code-plane';
import { areAllEqual } from '../../core/latent/distinct-codes';
import { pcaImages } from '../../core/pca/pca';
import { useSession } from '../../session/hooks/session-context';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { usePca } from '../../session/hooks/analysis/use-pca';
import { usePcaWaiting } from '../../session/hooks/analysis/pca-waiting';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { ProgressTrack } from '../../ui/controls/progress/progress-track';
import styles from './explore-map.module.css';
import { Manifold } from './manifold';
import { equalSamplesText, pcaWords } from './words';
import { MapView, type MapLook } from './map-view';

/** @param count number of test images on the code map */
export function PcaMap({ dataset, count, look }: { dataset: string; count: number; look: MapLook }) {
  const found = usePca(({ model }) => model);
  const model = found?.trainedOn.dataset === dataset && found.testPoints.length === 2 * count ? found : null;
  const isConstant = useMemo(() => model !== null && areAllEqual(model.testPoints, 2), [model]);
  return (
    <figure className={styles.half}>
      <figcaption className={styles.caption}>
        <b>PCA</b>
        {model && !isConstant && <span>{` ${pcaWords(model)}`}</span>}
      </figcaption>
      <div className={styles.map} data-theme={look.theme}>
        {isConstant ? (
          <p className={styles.nothing}>{equalSamplesText}</p>
        ) : model ? (
          <Points model={model} look={look} />
        ) : (
          <NotYet />
        )}
      </div>
    </figure>
  );
}

function NotYet() {
  const { pca } = useSession().analysis;
  const { words, share, hasFailed } = usePcaWaiting();
  return (
    <div className={styles.nothing} role={hasFailed ? 'status' : undefined}>
      <p>{words}</p>
      {hasFailed && <TextButton look="plain" onClick={() => pca.retry()}>{t`Try again`}</TextButton>}
      {share !== null && (
        <div className={styles.track}>
          <ProgressTrack label="PCA" share={share} text={words} />
        </div>
      )}
    </div>
  );
}

function Points({ model, look }: { model: PcaModel; look: MapLook }) {
  const { pointing } = useSession();
  const side = useExploration((exploration) => exploration.manifold);
  const [region, setRegion] = useState<PlaneRegion | null>(null);
  const calmRegion = useDeferredValue(region);
  const picture = useMemo(() => {
    if (calmRegion === null || side === null) return null;
    const grid = regionGrid(calmRegion, side);
    return { grid, images: pcaImages(model, grid.points, 2) };
  }, [model, calmRegion, side]);
  const renderBackground = useCallback(
    (shown: PlaneRegion) =>
      picture && <Manifold picture={picture} shape={model.sampleShape} region={shown} />,
    [picture, model],
  );
  const onMove = useCallback(
    (place: { x: number; y: number } | null) => {
      if (place) pointing.atPca(place, pcaImages(model, Float32Array.of(place.x, place.y), 2));
      else pointing.nowhere();
    },
    [model, pointing],
  );
  return (
    <MapView
      label={t`Map of PCA`}
      points={model.testPoints}
      look={look}
      onMove={onMove}
      onRegionChange={setRegion}
      renderBackground={picture ? renderBackground : undefined}
    />
  );
}

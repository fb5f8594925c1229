// The map of the linear answer, on the first two components of PCA. A place on it is decoded here on the page.
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { PcaModel } from '../../core/analysis-api';
import { regionGrid, type PlaneRegion } from '../../core/code-plane';
import { percentText } from '../../core/number-text';
import { pcaImages } from '../../core/pca';
import { imageSize } from '../../core/samples';
import { analysis } from '../../session/actions';
import { useExploration } from '../../session/explore-store';
import { usePca } from '../../session/pca-store';
import { pointAtPca, pointNowhere } from '../../session/pointed-actions';
import { TextButton } from '../../ui/controls/buttons';
import { ProgressTrack } from '../../ui/controls/progress-track';
import styles from './explore-map.module.css';
import { Manifold } from './manifold';
import { pcaWords } from './map-words';
import { MapView, type MapLook } from './map-view';

/** @param count test images on the map beside it */
export function PcaMap({ dataset, count, look }: { dataset: string; count: number; look: MapLook }) {
  const found = usePca(({ model }) => model);
  const model = found?.dataset === dataset && found.testPoints.length === 2 * count ? found : null;
  return (
    <figure className={styles.half}>
      <figcaption className={styles.caption}>
        <b>PCA</b> {model && pcaWords(model.deviations)}
      </figcaption>
      <div className={styles.map} data-theme={look.theme}>
        {model ? <Points model={model} look={look} /> : <NotYet />}
      </div>
    </figure>
  );
}

function NotYet() {
  const progress = usePca((pca) => pca.progress);
  const failure = usePca((pca) => pca.failure);
  if (failure !== null) {
    return (
      <div className={styles.nothing} role="status">
        <p>PCA could not be computed: {failure}</p>
        <TextButton look="plain" onClick={() => analysis.retryPca()}>
          Try again
        </TextButton>
      </div>
    );
  }
  if (progress === null) {
    return <p className={styles.nothing}>PCA is computed as soon as all images have arrived.</p>;
  }
  const words = `${progress.message}: ${percentText(progress.share)}`;
  return (
    <div className={styles.nothing}>
      <p>{words}</p>
      <div className={styles.track}>
        <ProgressTrack label="PCA" share={progress.share} text={words} />
      </div>
    </div>
  );
}

function Points({ model, look }: { model: PcaModel; look: MapLook }) {
  const side = useExploration((exploration) => exploration.manifold);
  const tile = useMemo(() => imageSize(model.sampleShape), [model]);
  const [region, setRegion] = useState<PlaneRegion | null>(null);
  const calmRegion = useDeferredValue(region);
  const picture = useMemo(() => {
    if (calmRegion === null || side === null) return null;
    const grid = regionGrid(calmRegion, side);
    return { grid, images: pcaImages(model, grid.points, 2) };
  }, [model, calmRegion, side]);
  const renderBackground = useCallback(
    (shown: PlaneRegion) => picture && tile && <Manifold picture={picture} tile={tile} region={shown} />,
    [picture, tile],
  );
  const onMove = useCallback(
    (place: { x: number; y: number } | null) => {
      if (place) pointAtPca(place, pcaImages(model, Float32Array.of(place.x, place.y), 2));
      else pointNowhere();
    },
    [model],
  );
  return (
    <MapView
      label="Map of PCA"
      points={model.testPoints}
      look={look}
      onMove={onMove}
      onRegionChange={setRegion}
      renderBackground={picture ? renderBackground : undefined}
    />
  );
}

// The map of the codes, with the decoder's pictures behind it; the place under the pointer is decoded as it moves.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  codesAt,
  meanCode,
  nearestPointTo,
  pointsOf,
  unitPlane,
  type Plane,
  type PlaneRegion,
} from '../../core/code-plane';
import type { TestCodes } from '../../core/engine-api';
import { otherStepText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { useExploration } from '../../session/explore-store';
import { pointAtCode, pointNowhere } from '../../session/pointed-actions';
import { runStore } from '../../session/run-store';
import { useUmap } from '../../session/umap-store';
import { useWhileInView } from '../../ui/in-view/in-view';
import styles from './explore-map.module.css';
import { Manifold } from './manifold';
import { axesWords } from './map-words';
import { MapView, type MapLook } from './map-view';
import { UmapOffer } from './umap-offer';
import { useManifold } from './use-manifold';

export function CodeMap({ codes, look }: { codes: TestCodes; look: MapLook }) {
  const axes = useExploration((exploration) => exploration.axes);
  const umap = useUmap((state) => state.map);
  const plane = useMemo((): Plane | null => {
    if (axes.kind === 'umap') return null;
    if (axes.kind === 'plane') return codes.plane;
    return unitPlane(meanCode(codes.codes, codes.codeSize), axes.x, axes.y);
  }, [axes, codes]);
  const points = usePoints(codes, plane) ?? umap?.points ?? null;
  const shownStep = axes.kind === 'umap' ? umap?.step : codes.step;
  const stepWords = useWhileInView(
    runStore,
    (run) => shownStep !== undefined && otherStepText(shownStep, run.step),
  );
  return (
    <figure className={styles.half}>
      <figcaption className={styles.caption}>
        <b>Autoencoder</b> {axesWords(axes, codes.plane, umap)}
        {stepWords && <span className={styles.step}>{stepWords}</span>}
      </figcaption>
      {axes.kind === 'umap' && <UmapOffer testCount={codes.labels.length} />}
      <div className={styles.map} data-theme={look.theme}>
        {points ? (
          <Points {...{ codes, plane, points, look }} />
        ) : (
          <p className={styles.nothing}>
            UMAP lays the codes out so that neighbours stay neighbours. No way leads back from it to codes:
            there is no manifold, and the pointer decodes the code of the nearest image.
          </p>
        )}
      </div>
    </figure>
  );
}

/** The codes on their plane. The second axis of a code of one is drawn by lot in the worker. */
function usePoints(codes: TestCodes, plane: Plane | null): Float32Array | null {
  const map = useWhileInView(runStore, (run) => run.map);
  return useMemo(() => {
    if (plane === null) return null;
    if (map?.axes === 'code-jitter' && map.step === codes.step) return map.points;
    return pointsOf(plane, codes.codes);
  }, [codes, plane, map]);
}

interface PointsProps {
  codes: TestCodes;
  plane: Plane | null;
  points: Float32Array;
  look: MapLook;
}

function Points({ codes, plane, points, look }: PointsProps) {
  const side = useExploration((exploration) => exploration.manifold);
  const quantiles = useExploration((exploration) => exploration.quantiles);
  const shape = useWhileInView(runStore, (run) => run.facts?.sampleShape);
  const tile = useMemo(() => (shape ? imageSize(shape) : null), [shape]);
  const [region, setRegion] = useState<PlaneRegion | null>(null);
  const picture = useManifold({ plane, region, side, quantiles }, codes);
  const renderBackground = useCallback(
    (shown: PlaneRegion) => picture && tile && <Manifold picture={picture} tile={tile} region={shown} />,
    [picture, tile],
  );
  return (
    <MapView
      label="Map of the codes"
      points={points}
      look={look}
      onMove={useDecodedPlace(codes, plane, points)}
      onRegionChange={setRegion}
      renderBackground={picture ? renderBackground : undefined}
    />
  );
}

/** Decodes the place under the pointer, and decodes it anew when the weights have changed under it. */
function useDecodedPlace({ codes, codeSize }: TestCodes, plane: Plane | null, points: Float32Array) {
  const resting = useRef<{ x: number; y: number } | null>(null);
  const pointAt = useCallback(
    (place: { x: number; y: number }) => {
      if (plane) {
        pointAtCode(place, codesAt(plane, Float32Array.of(place.x, place.y)));
        return;
      }
      // No way leads back from UMAP to codes: the nearest image's code stands for the place.
      const nearest = nearestPointTo(points, place.x, place.y);
      if (nearest !== null) pointAtCode(place, codes.slice(nearest * codeSize, (nearest + 1) * codeSize));
    },
    [plane, points, codes, codeSize],
  );
  useEffect(() => {
    if (resting.current) pointAt(resting.current);
  }, [pointAt]);
  return useCallback(
    (place: { x: number; y: number } | null) => {
      resting.current = place;
      if (place) pointAt(place);
      else pointNowhere();
    },
    [pointAt],
  );
}

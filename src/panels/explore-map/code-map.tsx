// The code map, with the decoded manifold behind it. It decodes the position under the pointer as the pointer moves.
import { t } from '@lingui/core/macro';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  codesAt,
  meanCode,
  nearestPointTo,
  pointsOf,
  unitPlane,
  type Plane,
  type PlaneRegion,
} from '../../core/latent/code-plane';
import type { TestCodes } from '../../core/engine-api/looking';
import { distinctCodes } from '../../core/latent/distinct-codes';
import { otherStepText } from '../../core/number-text';
import type { UmapMap } from '../../session/analysis/umap';
import { useSession } from '../../session/hooks/session-context';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { useDataset } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { useUmap } from '../../session/hooks/analysis/use-umap';
import { useWhileInView } from '../../ui/in-view/in-view';
import styles from './explore-map.module.css';
import { Manifold } from './manifold';
import { axesWords, distinctText, noMapText } from './words';
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
  const noMap = useMemo(() => noMapText(axes, codes, umap), [axes, codes, umap]);
  const distinct = useDistinct(codes, axes.kind === 'umap' ? umap : null);
  const shownStep = axes.kind === 'umap' ? umap?.step : codes.step;
  const stepWords = useWhileInView(
    useRunStore(),
    (run) => shownStep !== undefined && otherStepText(shownStep, run.step),
  );
  return (
    <figure className={styles.half}>
      <figcaption className={styles.caption}>
        <b>{t`Autoencoder`}</b>
        <span>{` ${axesWords(axes, codes.plane, umap)}`}</span>
        {noMap === null && distinct !== null && <span className={styles.step}>{distinct}</span>}
        {stepWords !== null && <span className={styles.step}>{stepWords}</span>}
      </figcaption>
      {axes.kind === 'umap' && <UmapOffer testCount={codes.labels.length} />}
      <div className={styles.map} data-theme={look.theme}>
        {points && noMap === null ? (
          <Points {...{ codes, plane, points, look }} />
        ) : (
          <p className={styles.nothing}>{noMap}</p>
        )}
      </div>
    </figure>
  );
}

/** Says how many of the codes on the map are distinct, where some are equal. */
function useDistinct({ codes, codeSize }: TestCodes, umap: UmapMap | null): string | null {
  const ofPlane = useMemo(
    () =>
      umap === null && distinctText(codes.length / codeSize, distinctCodes(codes, codeSize).firsts.length),
    [codes, codeSize, umap],
  );
  return ofPlane === false ? umap && distinctText(umap.count, umap.distinct) : ofPlane;
}

/** The codes projected to the plane. A one-number code gets a random second axis, chosen in the worker. */
function usePoints(codes: TestCodes, plane: Plane | null): Float32Array | null {
  const map = useWhileInView(useRunStore(), (run) => run.map);
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
  const shape = useDataset()?.shape;
  const [region, setRegion] = useState<PlaneRegion | null>(null);
  const picture = useManifold({ plane, region, side, quantiles }, codes);
  const renderBackground = useCallback(
    (shown: PlaneRegion) => picture && shape && <Manifold picture={picture} shape={shape} region={shown} />,
    [picture, shape],
  );
  return (
    <MapView
      label={t`Map of the codes`}
      points={points}
      look={look}
      onMove={useDecodedPlace(codes, plane, points)}
      onRegionChange={setRegion}
      renderBackground={picture ? renderBackground : undefined}
    />
  );
}

/** Decodes the position under the pointer, and decodes it again when the weights change. */
function useDecodedPlace({ codes, codeSize }: TestCodes, plane: Plane | null, points: Float32Array) {
  const { pointing } = useSession();
  const resting = useRef<{ x: number; y: number } | null>(null);
  const pointAt = useCallback(
    (place: { x: number; y: number }) => {
      if (plane) {
        pointing.atCode(place, codesAt(plane, Float32Array.of(place.x, place.y)));
        return;
      }
      // UMAP has no inverse, so decode the code of the nearest image instead.
      const nearest = nearestPointTo(points, place.x, place.y);
      if (nearest !== null) pointing.atCode(place, codes.slice(nearest * codeSize, (nearest + 1) * codeSize));
    },
    [pointing, plane, points, codes, codeSize],
  );
  useEffect(() => {
    if (resting.current) pointAt(resting.current);
  }, [pointAt]);
  return useCallback(
    (place: { x: number; y: number } | null) => {
      resting.current = place;
      if (place) pointAt(place);
      else pointing.nowhere();
    },
    [pointing, pointAt],
  );
}

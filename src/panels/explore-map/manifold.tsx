// The decoded grid behind the points: one canvas with every tile at its native resolution. It moves with the map until
// newer images arrive.
import { t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import type { PlaneGrid, PlaneRegion } from '../../core/latent/code-plane';
import type { SampleShape } from '../../core/samples/samples';
import { useExport } from '../../ui/export/offers';
import { sampleLook } from '../../ui/sample/looks';
import { drawTiles } from '../../ui/sample/sample-tiles';
import styles from './explore-map.module.css';

export interface ManifoldPicture {
  readonly grid: PlaneGrid;
  /** One image for each grid point, `[n, D]`, pixels in [0, 1]. */
  readonly images: Float32Array;
}

interface ManifoldProps {
  picture: ManifoldPicture;
  /** Of one tile's sample. */
  shape: SampleShape;
  /** The visible region, in map coordinates. */
  region: PlaneRegion;
}

export function Manifold({ picture, shape, region }: ManifoldProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { grid } = picture;
  const columns = grid.x.length - 1;
  const rows = grid.y.length - 1;
  useExport(() => ({
    name: t`Manifold`,
    array: () => ({ shape: [rows * columns, ...shape], values: picture.images, valueName: 'value' }),
  }));
  useEffect(() => {
    if (canvas.current) drawTiles(canvas.current, picture.images, shape, picture.grid);
  }, [picture, shape]);

  const across = (x: number) => (100 * (x - region.left)) / (region.right - region.left);
  const down = (y: number) => (100 * (region.top - y)) / (region.top - region.bottom);
  const [left, right] = [across(grid.x[0] ?? 0), across(grid.x[columns] ?? 0)];
  const [top, bottom] = [down(grid.y[0] ?? 0), down(grid.y[rows] ?? 0)];
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t`Manifold`}
      data-columns={columns}
      data-rows={rows}
      className={styles.manifold}
      style={{
        left: `${left}%`,
        top: `${top}%`,
        width: `${right - left}%`,
        height: `${bottom - top}%`,
        imageRendering: sampleLook(shape).isPixelated ? 'pixelated' : 'auto',
      }}
    />
  );
}

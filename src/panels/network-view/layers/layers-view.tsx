// Every layer for the sample in focus, from left to right, with the connections of the unit that is pointed at.
import { t } from '@lingui/core/macro';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { layerExplanations } from '../../../catalog/architectures/layer-explanations';
import type { UnitLook } from '../../../core/engine-api/units';
import type { UnitPlace } from '../../../core/units/layer-units';
import { useElementSize } from '../../../ui/element-size';
import { ExplainedLabel } from '../../../ui/explanation/explained-label';
import { Tooltip } from '../../../ui/explanation/tooltip';
import { LayerPicture, type LayerLayout } from '../../../ui/network/layer-picture';
import { roleOf, type NetworkLayer } from '../network-layers';
import {
  activeText,
  layerKindText,
  layerName,
  layerSizeText,
  thinnedText,
  unitName,
  valueText,
} from '../words';
import { ConnectionLines } from './connection-lines';
import styles from './layers.module.css';

interface LayersViewProps {
  layers: readonly NetworkLayer[];
  pointed: UnitPlace | null;
  look: UnitLook | null;
  onPoint: (place: UnitPlace) => void;
  onOpen: (place: UnitPlace) => void;
  input: ReactNode;
  output: ReactNode;
}

export function LayersView({ layers, pointed, look, onPoint, onOpen, input, output }: LayersViewProps) {
  const [measure, size] = useElementSize({ width: 900, height: 420 });
  const [layouts, setLayouts] = useState<Readonly<Record<number, LayerLayout>>>({});
  const surfaces = useRef(new Map<number, HTMLDivElement>());
  const first = layers[0]?.boundary ?? 1;

  function leave(boundary: number, place: number) {
    const next = layers.find((layer) => layer.boundary === boundary);
    const surface = surfaces.current.get(boundary);
    if (!next || !surface) return;
    const shown = layouts[boundary]?.shown ?? [];
    const unit = shown[Math.round(place * (shown.length - 1))] ?? 0;
    onPoint({ boundary, unit });
    surface.focus();
  }

  return (
    <div ref={measure} className={styles.network}>
      <div className={styles.end}>{input}</div>
      {layers.map((layer) => (
        <Column
          key={`${layer.boundary}-${layer.units}`}
          layer={layer}
          unit={pointed?.boundary === layer.boundary ? pointed.unit : null}
          layout={layouts[layer.boundary]}
          arrangement={size}
          setLayouts={setLayouts}
          onPoint={(unit) => onPoint({ boundary: layer.boundary, unit })}
          onOpen={(unit) => onOpen({ boundary: layer.boundary, unit })}
          onLeave={(side, place) => leave(layer.boundary + side, place)}
          attach={(element) => {
            if (element) surfaces.current.set(layer.boundary, element);
            else surfaces.current.delete(layer.boundary);
          }}
        />
      ))}
      <div className={styles.end}>{output}</div>
      {look && look.boundary >= first && <ConnectionLines {...{ look, layouts, size }} />}
    </div>
  );
}

interface ColumnProps {
  layer: NetworkLayer;
  unit: number | null;
  layout: LayerLayout | undefined;
  arrangement: object;
  setLayouts: (
    change: (before: Readonly<Record<number, LayerLayout>>) => Record<number, LayerLayout>,
  ) => void;
  onPoint: (unit: number) => void;
  onOpen: (unit: number) => void;
  onLeave: (side: -1 | 1, place: number) => void;
  attach: (element: HTMLDivElement | null) => void;
}

function Column(props: ColumnProps) {
  const { layer, unit, layout, arrangement, setLayouts, onPoint, onOpen, onLeave, attach } = props;
  const { boundary, units, rows, columns, values, perUnit, threshold } = layer;
  const onLayout = useCallback(
    (own: LayerLayout) => setLayouts((before) => ({ ...before, [boundary]: own })),
    [setLayouts, boundary],
  );
  const name = layerName(layer);
  const shown = layout?.shown.length ?? units;
  const label = useMemo(() => `${layerName(layer)}, ${layerSizeText(layer)}`, [layer]);
  return (
    <div className={styles.column} data-look={rows * columns === 1 ? 'nodes' : 'maps'}>
      <div className={styles.head}>
        <Tooltip {...layerExplanations[roleOf(layer)]}>
          <span className={styles.name}>
            <ExplainedLabel name={t`About ${name}`}>{name}</ExplainedLabel>
          </span>
        </Tooltip>
        <span className={styles.size}>{`${layerSizeText(layer)} · ${layerKindText(layer)}`}</span>
      </div>
      <div className={styles.units}>
        <LayerPicture
          ref={attach}
          {...{
            label,
            units,
            rows,
            columns,
            values,
            threshold,
            unit,
            onPoint,
            onOpen,
            onLeave,
            onLayout,
            arrangement,
          }}
          unitText={unit === null ? '' : `${unitName(unit)}: ${valueText(perUnit[unit] ?? 0, threshold)}`}
        />
      </div>
      <div className={styles.foot}>
        <span>{activeText(layer)}</span>
        {shown < units && <span>{thinnedText(shown, units)}</span>}
      </div>
    </div>
  );
}

// The hourglass, opened: every layer of the network for one sample, or one of its units.
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Snapshot } from '../../core/engine-api/looking';
import { otherStepText } from '../../core/number-text';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import type { UnitPlace } from '../../core/units/layer-units';
import { mostActiveFirst } from '../../core/units/thinning';
import { useDataset } from '../../session/hooks/datasets/use-dataset';
import { useUnitLook } from '../../session/hooks/units/use-units';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useRunStore } from '../../session/hooks/use-run';
import { Card } from '../../ui/controls/card/card';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { Placeholder } from '../../ui/placeholder/placeholder';
import { SamplePicture } from '../../ui/sample/sample-picture';
import { UnitInspector } from './inspect/unit-inspector';
import { LayersView } from './layers/layers-view';
import { NetworkLegend } from './legend';
import { networkLayers, type NetworkLayer } from './network-layers';
import styles from './network-view.module.css';
import { SampleChoice } from './samples/sample-choice';
import { UnitView } from './unit/unit-view';
import { texts } from './words';

export interface NetworkViewProps {
  /** Boundary of the layer that the address names, and the unit in it that is open; null for none. */
  boundary: number | null;
  unit: number | null;
  /** Where the view is closed to. */
  closeHref: string;
  /** The address of a unit; of the whole network without one. */
  hrefOf: (place: UnitPlace | null) => string;
}

const looksAt = ['pictures'] as const;

export function NetworkView(props: NetworkViewProps) {
  useInViewEffect(useLookAt(looksAt));
  const snapshot = useWhileInView(useRunStore(), (run) => run.snapshot);
  const info = useDataset();
  const layers = useMemo(
    () => (snapshot && info ? networkLayers(snapshot, info.shape) : null),
    [snapshot, info],
  );
  return (
    <Card
      title={texts.title}
      term="hidden-layer"
      computes="layers"
      subtitle={<Subtitle isOpen={props.unit === null} />}
      actions={
        <a className={styles.close} href={props.closeHref} aria-label={texts.close} title={texts.close}>
          <X size={16} aria-hidden="true" />
        </a>
      }
      className={styles.card}
    >
      {snapshot && info && layers ? (
        <Opened {...props} {...{ snapshot, info, layers }} />
      ) : (
        <Placeholder>{snapshot && info ? texts.resizing : texts.waiting}</Placeholder>
      )}
    </Card>
  );
}

/** @param isOpen whether all layers are shown, not one unit */
function Subtitle({ isOpen }: { isOpen: boolean }) {
  const step = useWhileInView(
    useRunStore(),
    (run) => run.snapshot && otherStepText(run.snapshot.step, run.step),
  );
  return (
    <>
      {isOpen && (
        <>
          <span className={styles.keys}>{texts.keys}</span>
          <span className={styles.touch}>{texts.keysTouch}</span>
        </>
      )}
      {step !== null && <span>{` · ${step}`}</span>}
    </>
  );
}

interface OpenedProps extends NetworkViewProps {
  snapshot: Snapshot;
  info: DatasetInfo;
  layers: readonly NetworkLayer[];
}

function Opened({ boundary, unit, hrefOf, snapshot, info, layers }: OpenedProps) {
  const open = layers.find((layer) => layer.boundary === boundary);
  const openUnit = open && unit !== null && unit < open.units ? unit : null;
  const openBoundary = open?.boundary ?? null;
  const place = useMemo(
    () => (openBoundary !== null && openUnit !== null ? { boundary: openBoundary, unit: openUnit } : null),
    [openBoundary, openUnit],
  );
  const choice = <SampleChoice {...{ snapshot, info }} />;
  if (open && place)
    return (
      <UnitView
        {...{ place, snapshot, info, choice }}
        layer={open}
        networkHref={hrefOf(null)}
        hrefOf={(other) => hrefOf({ boundary: open.boundary, unit: other })}
      />
    );
  return <WholeNetwork {...{ snapshot, info, layers, hrefOf, choice }} named={open ?? null} />;
}

interface WholeNetworkProps extends Pick<OpenedProps, 'snapshot' | 'info' | 'layers' | 'hrefOf'> {
  choice: React.ReactNode;
  /** The layer that the address names. */
  named: NetworkLayer | null;
}

function WholeNetwork({ snapshot, info, layers, hrefOf, choice, named }: WholeNetworkProps) {
  const [chosen, setChosen] = useState<UnitPlace | null>(() => strongestOf(named));
  const isThere = layers.some(({ boundary, units }) => boundary === chosen?.boundary && chosen.unit < units);
  const [fallback] = useState(() => strongestOf(layers.find(({ place }) => place === 'code') ?? null));
  const pointed = isThere ? chosen : fallback;
  const look = useUnitLook(pointed, snapshot);
  const input = snapshot.activations[0] ?? new Float32Array(0);
  const output = snapshot.activations.at(-1) ?? new Float32Array(0);
  return (
    <div className={styles.view}>
      <div className={styles.layers}>
        <LayersView
          {...{ layers, pointed, look }}
          onPoint={setChosen}
          onOpen={(place) => (location.hash = hrefOf(place))}
          input={
            <>
              <h3 className={styles.end}>{texts.input}</h3>
              <SamplePicture label={texts.input} values={input} info={info} />
              {choice}
            </>
          }
          output={
            <>
              <h3 className={styles.end}>{texts.output}</h3>
              <SamplePicture label={texts.output} values={output} info={info} />
              <NetworkLegend thresholds={layers.map(({ threshold }) => threshold)} />
            </>
          }
        />
      </div>
      {pointed && (
        <div className={styles.inspector}>
          <UnitInspector
            place={pointed}
            href={hrefOf(pointed)}
            onPoint={setChosen}
            {...{ layers, look, info }}
          />
        </div>
      )}
    </div>
  );
}

function strongestOf(layer: NetworkLayer | null): UnitPlace | null {
  const unit = layer && mostActiveFirst(layer.perUnit)[0];
  return layer && unit !== null && unit !== undefined ? { boundary: layer.boundary, unit } : null;
}

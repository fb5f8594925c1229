// A unit, opened: what it does over the test set, what excites it, what goes with it, and the output with the unit turned.
import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { LayerActivations } from '../../../core/engine-api/units';
import type { Snapshot } from '../../../core/engine-api/looking';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleWords } from '../../../core/samples/words/sample-words';
import type { UnitPlace } from '../../../core/units/layer-units';
import { placeAmong } from '../../../core/units/tenths';
import { activationsOf, unitActivity } from '../../../core/units/unit-activity';
import { useFollowLayer, useRetryUnits, useUnitLook, useUnits } from '../../../session/hooks/units/use-units';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { useInViewEffect } from '../../../ui/in-view/in-view';
import { WeightsPicture } from '../inspect/weights-picture';
import type { NetworkLayer } from '../network-layers';
import { activeShareText, unitInLayerText, valueText } from '../words';
import { ActivationHistogram } from './activation-histogram';
import { CorrelatedUnits } from './correlated-units';
import { ExcitingSamples } from './exciting-samples';
import { TurnUnit } from './turn-unit';
import { UnitList } from './unit-list';
import styles from './unit.module.css';
import text from './text.module.css';
import { deadText, measuredText, measuringText, offPlaceText, placeText, texts } from './words';

export interface UnitViewProps {
  place: UnitPlace;
  layer: NetworkLayer;
  snapshot: Snapshot;
  info: DatasetInfo;
  /** Of the view of the whole network, and of a unit of this layer. */
  networkHref: string;
  hrefOf: (unit: number) => string;
  /** Chooses what flows through. */
  choice: ReactNode;
}

export function UnitView(props: UnitViewProps) {
  const { place, layer, snapshot, info, networkHref, hrefOf, choice } = props;
  const { boundary, unit } = place;
  useInViewEffect(useFollowLayer(boundary));
  const latest = useUnits((state) => state.layer);
  const measured = latest?.boundary === boundary && latest.units === layer.units ? latest : null;
  const activity = useMemo(
    () => measured && unitActivity(measured.values, measured.units, layer.threshold),
    [measured, layer.threshold],
  );
  const look = useUnitLook(place, snapshot);
  const { many } = sampleWords(info.kind);
  const seen = activity && { least: activity.least[unit] ?? 0, greatest: activity.greatest[unit] ?? 0 };
  return (
    <div className={styles.view}>
      <header className={styles.header}>
        <a className={styles.back} href={networkHref}>
          <ArrowLeft size={14} aria-hidden="true" />
          <span>{texts.back}</span>
        </a>
        <h3 className={styles.name}>{unitInLayerText(layer, unit)}</h3>
        <nav className={styles.steps}>
          <Step href={unit > 0 ? hrefOf(unit - 1) : null} label={texts.previous}>
            <ChevronLeft size={16} aria-hidden="true" />
          </Step>
          <Step href={unit < layer.units - 1 ? hrefOf(unit + 1) : null} label={texts.next}>
            <ChevronRight size={16} aria-hidden="true" />
          </Step>
        </nav>
        <span className={styles.now}>{valueText(layer.perUnit[unit] ?? 0, layer.threshold)}</span>
        {measured && activity && (
          <span className={text.note}>
            {activeShareText(activity.activeShare[unit] ?? 0, measured.count, many)}
          </span>
        )}
      </header>
      <UnitList units={layer.units} activity={activity} {...{ unit, hrefOf }} />
      <div className={styles.middle}>
        {measured ? <Measured {...{ measured, layer, unit, info, snapshot }} /> : <Measuring />}
        <div className={styles.bottom}>
          {look?.incoming.map((incoming) => (
            <WeightsPicture key={incoming.into} {...{ incoming, info }} isFirst={boundary === 1} />
          ))}
          {measured && (
            <CorrelatedUnits values={measured.values} units={measured.units} {...{ unit, hrefOf }} />
          )}
        </div>
      </div>
      <div className={styles.side}>
        <TurnUnit key={`${boundary}-${unit}`} {...{ place, layer, seen, snapshot, info }} />
        {choice}
      </div>
    </div>
  );
}

function Step({ href, label, children }: { href: string | null; label: string; children: ReactNode }) {
  return href === null ? (
    <span className={styles.step} aria-hidden="true" data-off>
      {children}
    </span>
  ) : (
    <a className={styles.step} href={href} aria-label={label} title={label}>
      {children}
    </a>
  );
}

function Measuring() {
  const share = useUnits((state) => state.share);
  const failure = useUnits((state) => state.failure);
  const retry = useRetryUnits();
  if (failure)
    return (
      <p role="alert" className={styles.waiting}>
        <span>{texts.failed}</span>
        <TextButton onClick={retry}>{texts.retry}</TextButton>
      </p>
    );
  return <p className={styles.waiting}>{measuringText(share ?? 0)}</p>;
}

interface MeasuredProps extends Pick<UnitViewProps, 'layer' | 'info' | 'snapshot'> {
  measured: LayerActivations;
  unit: number;
}

function Measured({ measured, layer, unit, info, snapshot }: MeasuredProps) {
  const { many } = sampleWords(info.kind);
  const values = useMemo(() => activationsOf(measured.values, measured.units, unit), [measured, unit]);
  const current = layer.perUnit[unit] ?? 0;
  const isDead = values.every((value) => value === values[0]);
  const isNoisy = snapshot.experiment.noise !== 'none';
  const offShare = useMemo(
    () => values.filter((value) => Math.abs(value) <= layer.threshold).length / values.length,
    [values, layer.threshold],
  );
  return (
    <>
      <h3 className={text.heading}>
        <span>{texts.activations}</span>
        <span className={text.note}>{measuredText(measured.count, info.testCount, many)}</span>
      </h3>
      <ActivationHistogram values={values} current={current} many={many} />
      <p className={text.note}>
        <span>
          {Math.abs(current) > layer.threshold
            ? placeText(current, placeAmong(values, current))
            : offPlaceText(offShare)}
        </span>
        <span>{` ${texts.rootScale}`}</span>
        {layer.rows * layer.columns > 1 && <span>{` ${texts.mapValue}`}</span>}
        {isNoisy && <span>{` ${texts.noisyInputs}`}</span>}
      </p>
      {isDead ? (
        <p className={styles.dead}>{deadText(many)}</p>
      ) : (
        <ExcitingSamples values={values} info={info} runId={measured.runId} />
      )}
    </>
  );
}

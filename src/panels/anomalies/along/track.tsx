// One recording: its values, the scores along it, and the window that is shown; below, the flagged stretches and that window.
import { useDeferredValue, useMemo, useState } from 'react';
import { nearestStart } from '../../../core/anomaly/along/nearest-start';
import type { Stretch } from '../../../core/anomaly/along/stretches';
import { measurementText } from '../../../core/number-text';
import { sampleSize } from '../../../core/samples/samples';
import { rangeAt } from '../../../core/samples/value-units';
import { baselineAlong } from '../../../session/anomalies/along/along';
import { useRebuiltWindow, useRecording, type Along } from '../../../session/hooks/anomalies/use-along';
import { useAnomalies } from '../../../session/hooks/anomalies/use-anomalies';
import { ChartLegend, StaticLegend } from '../../../ui/chart/legend/chart-legend';
import { SeriesPlot } from '../../../ui/series/series-plot';
import type { SeriesView } from '../../../ui/series/series-view';
import styles from './along.module.css';
import { bandsOf } from './bands';
import { fixedEntries, rivalEntries, rivalIds, scoreCurve, type RivalId } from './series-curves';
import { StretchList } from './stretch-list';
import { WindowDetails } from './window-details';
import { placeText, plotText } from './words';

interface TrackProps {
  along: Along;
  /** Of the recording. */
  index: number;
  view: SeriesView;
  /** The first point of the window that is shown; null: that of the highest stretch. */
  start: number | null;
  onView: (view: SeriesView) => void;
  onStart: (start: number) => void;
  onChoose: (stretch: Stretch) => void;
}

export function Track({ along, index, view, start, onView, onStart, onChoose }: TrackProps) {
  const { cut, info, windows, stretches, highest, threshold } = along;
  const { recordings, rate, stride } = cut.windows;
  const { name, length } = recordings[index] ?? { name: '', length: 1 };
  const series = useRecording(info.id, index);
  const own = windows[index];
  const mine = useMemo(() => stretches.filter(({ recording }) => recording === index), [stretches, index]);
  const first = mine[0] ?? highest.find(({ recording }) => recording === index);
  const shown = start ?? first?.peak ?? own?.starts[0] ?? null;
  const rebuilt = useRebuiltWindow(along, series, shown);
  const network = useMemo(() => own && scoreCurve('network', own, length, stride), [own, length, stride]);
  const { rivals, hidden, toggle } = useRivalCurves(along, index);
  const bands = useMemo(() => (own ? bandsOf(own, mine, shown) : []), [own, mine, shown]);
  const [min, max] = rangeAt(info, 0);
  return (
    <>
      <div className={styles.legend}>
        <StaticLegend series={fixedEntries} />
        <ChartLegend series={rivals.entries} hidden={hidden} onToggle={toggle} />
      </div>
      <SeriesPlot
        label={plotText(name, mine.length, mine[0], rate)}
        series={series}
        channels={sampleSize(info.shape) / cut.length}
        length={length}
        valueText={(value) => measurementText(min + (max - min) * value).replace('-', '−')}
        timeText={(at) => placeText(at, rate)}
        pointsPerTick={rate ?? 1}
        curves={network ? [network, ...rivals.curves] : []}
        threshold={threshold}
        bands={bands}
        rebuilt={rebuilt}
        view={view}
        onView={onView}
        onPoint={(at) => {
          const nearest = nearestStart(own?.starts ?? [], at - cut.length / 2);
          if (nearest !== null) onStart(nearest);
        }}
      />
      <div className={styles.below}>
        <StretchList
          along={along}
          chosen={shown === null ? null : { recording: index, start: shown }}
          onChoose={onChoose}
        />
        <WindowDetails along={along} index={index} rebuilt={rebuilt} />
      </div>
    </>
  );
}

/** The curves of the methods without a network that have been switched on. */
function useRivalCurves({ cut }: Along, index: number) {
  const baselines = useAnomalies((state) => state.baselines.scores);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set<RivalId>(rivalIds));
  // The switch moves first: a long recording takes a moment.
  const drawn = useDeferredValue(hidden);
  const length = cut.windows.recordings[index]?.length ?? 1;
  const rivals = useMemo(() => {
    const curves = rivalIds.flatMap((id) => {
      const test = baselines[id]?.test;
      if (drawn.has(id) || test === undefined) return [];
      return [scoreCurve(id, baselineAlong(cut, index, test), length, cut.windows.stride)];
    });
    return { curves, entries: rivalEntries((id) => baselines[id] !== null) };
  }, [baselines, drawn, cut, index, length]);
  return {
    rivals,
    hidden,
    toggle: (id: string) => {
      const next = new Set(hidden);
      if (!next.delete(id)) next.add(id);
      setHidden(next);
    },
  };
}

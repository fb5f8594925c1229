// The maps of all runs side by side: the same samples as points in the same colours. What is pointed at in one stands out in all.
import { t } from '@lingui/core/macro';
import { useMemo, useState } from 'react';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleWords } from '../../../core/samples/words/sample-words';
import type { TestPart } from '../../../session/run-looks/look-state';
import { useTheme } from '../../../session/page/theme-store';
import { Card } from '../../../ui/controls/card/card';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { ClassLegend } from '../../../ui/legend/class-legend';
import type { GroupProps } from '../group-props';
import { axesNote, colourNote, mapsText, texts } from '../words';
import { LookMap } from './look-map';
import { mapLook, shownPoints } from './map-look';
import styles from './maps.module.css';
import { TenToPick } from './ten-to-pick';
import { UnderPointer, type Pointed } from './under-pointer';

type Turning = 'turned' | 'as-they-are';

const turnings = [
  {
    value: 'turned',
    label: texts.turned,
    explanation: t`Each map is rotated or mirrored onto the first; distances do not change`,
  },
  { value: 'as-they-are', label: texts.asTheyAre, explanation: t`The axes that each network arrived at` },
] as const;

export function MapsCard({ group, numbers, ending }: GroupProps & { ending: string }) {
  const [turning, setTurning] = useState<Turning>('turned');
  const { test, data, runs } = group;
  const words = sampleWords(sampleKind(data.shape));
  return (
    <Card
      title={`${texts.mapsTitle}${ending}`}
      term="procrustes"
      subtitle={test && mapsText(words, test.indices.length)}
      actions={
        runs.length > 1 && (
          <SegmentedRadio<Turning>
            label={texts.turning}
            look="quiet"
            value={turning}
            options={turnings}
            onChange={setTurning}
          />
        )
      }
    >
      {test === null ? (
        <p className={styles.note}>{texts.mapsAppear}</p>
      ) : (
        <Maps {...{ group, numbers, test }} isTurned={turning === 'turned'} />
      )}
      {runs.length > 1 && <p className={styles.note}>{axesNote(turning === 'turned')}</p>}
      {test && test.info.classNames.length < 2 && <p className={styles.note}>{colourNote(words)}</p>}
    </Card>
  );
}

function Maps({ group, numbers, test, isTurned }: GroupProps & { test: TestPart; isTurned: boolean }) {
  const theme = useTheme(({ shown }) => shown);
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const { runs, ten } = group;
  const places = useMemo(
    () => Array.from(ten?.indices ?? [], (index) => test.indices.indexOf(index)),
    [ten, test],
  );
  const points = useMemo(() => shownPoints(runs, isTurned), [runs, isTurned]);
  const firstMap = runs.find(({ map }) => map !== null)?.map?.points ?? null;
  const look = useMemo(
    () =>
      mapLook(
        test,
        firstMap,
        Uint16Array.from(places, (place) => test.labels[place] ?? 0),
        theme,
      ),
    [test, firstMap, places, theme],
  );
  const hiddenCategories = useMemo(
    () => new Set(look.classes.flatMap(({ id }, place) => (hidden.has(id) ? [place] : []))),
    [look, hidden],
  );
  const firstPlace = runs.findIndex(({ map }) => map !== null);

  function toggle(id: number): void {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
  }

  return (
    <>
      <div className={styles.maps}>
        {runs.map((run, place) => (
          <LookMap
            key={run.entry.id}
            {...{ run, numbers, look, theme, picked }}
            points={points[place] ?? null}
            hidden={hiddenCategories}
            highlighted={pointed?.place ?? null}
            isReference={isTurned && place === firstPlace && runs.length > 1}
            onPoint={setPointed}
            onPick={(index) => setPicked(index === picked ? null : index)}
          />
        ))}
      </div>
      {look.classes.length > 0 && (
        <ClassLegend
          look="toggle"
          classes={look.classes}
          isPressed={(id) => !hidden.has(id)}
          onPress={toggle}
          explain={(name, isPressed) =>
            isPressed ? t`Hide the points of ${name}` : t`Show the points of ${name}`
          }
          className={styles.legend}
        />
      )}
      <TenToPick {...{ group, test, places, picked }} onPick={setPicked} />
      {pointed && <UnderPointer pointed={pointed} test={test} />}
    </>
  );
}

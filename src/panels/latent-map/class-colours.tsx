// The points of the map by class, with a legend that hides classes and shows them again.
import { t } from '@lingui/core/macro';
import { useMemo, useState, type ReactNode } from 'react';
import type { LatentMap } from '../../core/engine-api/looking';
import { mapCategories, mapClasses } from '../../core/latent/map/map-classes';
import { useRunStore } from '../../session/hooks/use-run';
import { useTheme } from '../../session/page/theme-store';
import { coloursForClasses } from '../../ui/colours';
import { useWhileInView } from '../../ui/in-view/in-view';
import { ClassLegend } from '../../ui/legend/class-legend';
import styles from './latent-map.module.css';
import type { PointColours } from './point-colours';

const greys = { light: '#c9c6bd', dark: '#4b5060' } as const;

/** Stands in the legend for the classes without a colour. */
const others = -1;

interface ClassColoursProps {
  map: LatentMap;
  classNames: readonly string[];
  children: (colours: PointColours) => ReactNode;
}

export function ClassColours({ map, classNames: allNames, children }: ClassColoursProps) {
  const theme = useTheme(({ shown }) => shown);
  const shownLabels = useWhileInView(useRunStore(), (run) => run.snapshot?.labels ?? null);
  const [hiddenClasses, setHiddenClasses] = useState<ReadonlySet<number>>(new Set());

  const shownKey = shownLabels?.join() ?? '';
  const { coloured, hasOthers } = useMemo(
    () => mapClasses(allNames.length, shownKey === '' ? null : Uint16Array.from(shownKey.split(','), Number)),
    [allNames, shownKey],
  );
  const categories = useMemo(() => mapCategories(map.labels, coloured), [map.labels, coloured]);
  const names = useMemo(() => coloured.map((label) => allNames[label] ?? ''), [coloured, allNames]);
  const colours = useMemo(
    () => [...coloursForClasses(coloured.length, theme), ...(hasOthers ? [greys[theme]] : [])],
    [coloured, hasOthers, theme],
  );
  const classes = useMemo(() => {
    const own = coloured.map((id, place) => ({ id, name: names[place] ?? '', colour: colours[place] }));
    return hasOthers ? [...own, { id: others, name: t`other kinds`, colour: colours.at(-1) }] : own;
  }, [coloured, names, colours, hasOthers]);
  const hidden = useMemo(
    () => new Set(classes.flatMap(({ id }, place) => (hiddenClasses.has(id) ? [place] : []))),
    [classes, hiddenClasses],
  );

  function toggle(id: number) {
    const next = new Set(hiddenClasses);
    if (!next.delete(id)) next.add(id);
    setHiddenClasses(next);
  }

  const legend = (
    <>
      <ClassLegend
        look="toggle"
        classes={classes}
        isPressed={(id) => !hiddenClasses.has(id)}
        onPress={toggle}
        explain={(name, isPressed) =>
          isPressed ? t`Hide the points of ${name}` : t`Show the points of ${name}`
        }
      />
      {hasOthers && <p className={styles.others}>{t`Coloured: the kinds in Reconstructions`}</p>}
    </>
  );
  return children({ categories, colours, names, hidden, legend });
}

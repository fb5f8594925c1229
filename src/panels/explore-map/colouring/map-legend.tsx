// The legend of the maps where the colour is the class: a button per class, that selects the class.
import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { classSetText } from '../../../session/explore/words';
import { classOf } from '../../../session/explore/exploration';
import { useSession } from '../../../session/hooks/session-context';
import { useExploration } from '../../../session/hooks/explore/use-exploration';
import { ClassLegend } from '../../../ui/legend/class-legend';
import styles from '../explore-map.module.css';
import { sharedColoursText } from '../words';

interface ClassButtonsProps {
  names: readonly string[];
  /** One per class; empty where colours mean something else. */
  colours: readonly string[];
}

export function ClassButtons({ names, colours }: ClassButtonsProps) {
  const { select, selectClass } = useSession().explore;
  const selected = useExploration((exploration) => classOf(exploration.selected));
  const classes = useMemo(
    () => names.map((name, id) => ({ id, name, colour: colours[id] })),
    [names, colours],
  );
  return (
    <ClassLegend
      look="select"
      classes={classes}
      isPressed={(id) => id === selected}
      onPress={(id) => (id === selected ? select(null) : selectClass(id))}
      buttonLabel={(name) => t`Select class ${name}`}
      explain={(name, isPressed) =>
        isPressed ? t`Clear the selection` : t`Select ${{ name: classSetText(name) }}`
      }
      note={colours.length > 0 ? sharedColoursText(names.length) : undefined}
      className={styles.classes}
    />
  );
}

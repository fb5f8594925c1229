// The classes and their colours, a button each, however many they are.
import { t } from '@lingui/core/macro';
import type { ReactElement } from 'react';
import { classNames } from '../class-names';
import { LongList, longListFrom } from '../controls/long-list/long-list';
import { Tooltip } from '../explanation/tooltip';
import styles from './class-legend.module.css';

export interface LegendClass {
  readonly id: number;
  readonly name: string;
  /** CSS colour; undefined for a class without one. */
  readonly colour: string | undefined;
}

interface ClassLegendProps {
  classes: readonly LegendClass[];
  /** `toggle`: every class is shown or hidden. `select`: one of them stands out. */
  look: 'toggle' | 'select';
  isPressed: (id: number) => boolean;
  onPress: (id: number) => void;
  /** Accessible name of a class's button; its name where left out. */
  buttonLabel?: ((name: string) => string) | undefined;
  explain: (name: string, isPressed: boolean) => string;
  /** Beside the search field of a long list. */
  note?: string | undefined;
  className?: string | undefined;
}

export function ClassLegend(props: ClassLegendProps) {
  const { classes, look, isPressed, onPress, buttonLabel, explain, note, className } = props;
  // Hundreds of tooltips would each listen to the pointer: a long list has the browser's own.
  const isLong = classes.length > longListFrom;
  return (
    <LongList
      label={t`Classes`}
      searchLabel={t`Find a class`}
      items={classes}
      keyOf={(one) => one.id}
      nameOf={(one) => one.name}
      entries="buttons"
      note={note}
      className={classNames(className, isLong && styles.long)}
      listClassName={classNames(styles.legend, styles[look])}
    >
      {({ id, name, colour }, tabIndex) => {
        const pressed = isPressed(id);
        const explanation = explain(name, pressed);
        return withTooltip(
          isLong ? undefined : explanation,
          <button
            type="button"
            tabIndex={tabIndex}
            aria-pressed={pressed}
            aria-label={buttonLabel?.(name)}
            title={isLong ? explanation : undefined}
            onClick={() => onPress(id)}
          >
            <span className={styles.dot} style={{ color: colour }} />
            <span>{name}</span>
          </button>,
        );
      }}
    </LongList>
  );
}

function withTooltip(text: string | undefined, button: ReactElement): ReactElement {
  return text === undefined ? button : <Tooltip text={text}>{button}</Tooltip>;
}

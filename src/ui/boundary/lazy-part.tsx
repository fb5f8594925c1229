// Parts of the page in chunks of their own. While one loads, a quiet placeholder keeps its place; if it does not arrive, a
// message says so, and Retry imports it again.
import { t } from '@lingui/core/macro';
import type { ComponentType } from 'react';
import { classNames } from '../class-names';
import { useHasBeenInView } from '../in-view/in-view';
import { lazyComponent } from '../lazy/lazy-component';
import styles from './lazy-part.module.css';
import { ReloadNotice } from './reload-notice';

interface LazyPartOptions<Props> {
  /** Names the part in the placeholder and in the message. */
  name: string;
  load: () => Promise<ComponentType<Props>>;
  /** Gives the placeholder the size of the part. Default: as large as the place it stands in. */
  className?: string | undefined;
  /** Its place is not in the page: the placeholder stands below the header until the dialog is there. */
  isDialog?: boolean;
  /** Costly to draw: in an `InView` it stays away until its place has been seen. */
  waitsForView?: boolean;
  /** `main` for a whole workspace, so that the page has its landmark from the start. */
  element?: 'div' | 'main';
}

/** A component that loads itself when it is first shown. Wherever it is shown, it shares one import and one Retry. */
export function lazyPart<Props extends object>(options: LazyPartOptions<Props>): ComponentType<Props> {
  const { name, load, className, isDialog = false, element: Element = 'div' } = options;
  const placeClass = classNames(styles.place, className ?? (isDialog ? styles.dialog : styles.fill));
  const Part = lazyComponent(
    load,
    <Element className={placeClass}>
      <div className={styles.skeleton}>{t`${name} is loading…`}</div>
    </Element>,
    (_, retry) => (
      <Element className={placeClass}>
        <div className={styles.message}>
          <ReloadNotice
            message={t`${name} did not load.`}
            detail={t`Check the connection, then retry. If Hourglass was updated meanwhile, reload the page.`}
            action={{ label: t`Retry`, onClick: retry }}
          />
        </div>
      </Element>
    ),
  );
  if (!options.waitsForView) return Part;
  return function SeenPart(props: Props) {
    return useHasBeenInView() ? <Part {...props} /> : <Element className={placeClass} />;
  };
}

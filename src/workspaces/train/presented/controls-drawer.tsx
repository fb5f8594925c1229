// All controls beside the picture, which stays in sight and goes on: the drawer covers the pad only, and is no dialog.
import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Controls } from '../../../panels/controls/controls';
import { AddDataButton } from '../../../panels/data-import/button/add-data-button';
import { DataArrival } from '../../../panels/data-status/data-status';
import { FamilyChoice } from '../../../panels/transport/transport';
import { toggleDrawer } from '../../../session/page/presentation/presentation';
import { Place } from '../../../ui/boundary/place';
import { IconButton } from '../../../ui/controls/buttons/buttons';
import styles from './presented-train.module.css';

export function ControlsDrawer() {
  const drawer = useRef<HTMLElement>(null);
  // What opened it gets the focus back.
  useEffect(() => {
    const before = document.activeElement;
    drawer.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside ref={drawer} className={styles.drawer} aria-label={t`Controls`} tabIndex={-1}>
      <div className={styles.drawerHead}>
        <h2>{t`Controls`}</h2>
        <IconButton
          label={t`Close the controls`}
          icon={X}
          explanation={t`Close the controls (C)`}
          onClick={toggleDrawer}
        />
      </div>
      <FamilyChoice />
      <Place name={t`The controls`} className={styles.controls}>
        <Controls dataStatus={<DataArrival />} dataAction={<AddDataButton />} />
      </Place>
    </aside>
  );
}

// Zooms a map without a wheel.
import { t } from '@lingui/core/macro';
import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '../controls/buttons/buttons';
import styles from './scatter-map.module.css';

interface ZoomButtonsProps {
  zoomBy: (factor: number) => void;
  reset: () => void;
}

export function ZoomButtons({ zoomBy, reset }: ZoomButtonsProps) {
  return (
    <div className={styles.buttons}>
      <IconButton size="small" label={t`Zoom in`} icon={Plus} onClick={() => zoomBy(1.5)} />
      <IconButton size="small" label={t`Zoom out`} icon={Minus} onClick={() => zoomBy(1 / 1.5)} />
      <IconButton size="small" label={t`Reset view`} icon={Maximize} onClick={reset} />
    </div>
  );
}

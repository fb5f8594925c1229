// The points of a map without classes by how badly each sample is rebuilt. The errors come with the codes of the same map,
// so these are asked for as well.
import { useMemo, type ReactNode } from 'react';
import type { LatentMap } from '../../core/engine-api/looking';
import { errorMeaning, noLabelsText } from '../../session/explore/words';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useRunStore } from '../../session/hooks/use-run';
import { useTheme } from '../../session/page/theme-store';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { rampColours } from '../../ui/ramp/ramp-colours';
import { RampLegend } from '../../ui/ramp/ramp-legend';
import { rampCategories, valueRange } from '../../ui/ramp/value-ramp';
import styles from './latent-map.module.css';
import type { PointColours } from './point-colours';

const looksAt = ['codes'] as const;

interface ErrorColoursProps {
  map: LatentMap;
  children: (colours: PointColours) => ReactNode;
}

export function ErrorColours({ map, children }: ErrorColoursProps) {
  useInViewEffect(useLookAt(looksAt));
  const theme = useTheme(({ shown }) => shown);
  const codes = useWhileInView(useRunStore(), (run) => run.testCodes);
  const colours = useMemo(() => rampColours(theme), [theme]);
  const errors = codes?.errors.length === map.labels.length ? codes.errors : null;
  const range = useMemo(() => errors && valueRange(errors), [errors]);
  const categories = useMemo(
    () => (errors && range ? rampCategories(errors, range) : new Uint8Array(map.labels.length)),
    [errors, range, map],
  );
  const legend = (
    <>
      <p className={styles.unlabelled}>{noLabelsText}</p>
      {range && <RampLegend name="error" meaning={errorMeaning} range={range} colours={colours} />}
    </>
  );
  return children({ categories, colours, legend });
}

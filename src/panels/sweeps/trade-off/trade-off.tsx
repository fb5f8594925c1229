// The picture of a sweep over beta: KL divergence against reconstruction error, a point for each beta.
import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { lossText, valueText } from '../../../core/number-text';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import { LazyTradeOffChart } from '../../../ui/chart/sweep/lazy-trade-off-chart';
import { lineColour } from '../../../ui/chart/sweep/sweep-colours';
import { StaticLegend } from '../../../ui/chart/legend/chart-legend';
import type { ThemeName } from '../../../ui/colours';
import { Card } from '../../../ui/controls/card/card';
import { Exports } from '../../../ui/export/offers';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { tradedPoints, tradeOffLine, tradeOffTable } from './trade-off-lines';
import styles from './trade-off.module.css';

interface TradeOffProps {
  theme: ThemeName;
  /** All saved sweeps; the index in this list determines the colour of a sweep. */
  kept: readonly SweepRecord[];
  /** Visible sweeps over beta. */
  shown: readonly SweepRecord[];
  picked: SweepRecord;
}

const title = t`KL against reconstruction error`;
const klTitle = t`KL divergence, nats`;
const reconstructionTitle = t`Reconstruction error, nats`;
const betaTitle = t({ message: `Beta`, comment: 'Weight of the KL term' });
const sumTitle = t`Sum (−ELBO), nats`;
const columns = [t`Sweep`, betaTitle, klTitle, reconstructionTitle, sumTitle];

function pointWords(kl: number, reconstruction: number): string {
  const [rate, distortion] = [lossText(kl), lossText(reconstruction)];
  return t`KL ${rate} nats, reconstruction error ${distortion} nats`;
}

export function TradeOff({ theme, kept, shown, picked }: TradeOffProps) {
  const lines = useMemo(
    () => shown.map((record) => tradeOffLine(record, lineColour(theme, kept.indexOf(record)))),
    [shown, theme, kept],
  );
  const hasPoints = lines.some(({ points }) => points.length > 0);
  return (
    <Card
      title={title}
      subtitle={lines.length > 1 && <StaticLegend series={lines} />}
      source={picked.name}
      className={styles.card}
    >
      <Exports
        offer={() => (hasPoints ? { name: title, table: () => tradeOffTable(shown, columns) } : null)}
      />
      {hasPoints ? (
        <div className={styles.content}>
          <div className={styles.chart}>
            <LazyTradeOffChart
              label={t`KL divergence against reconstruction error, a point for each beta`}
              lines={lines}
              xTitle={klTitle}
              yTitle={reconstructionTitle}
              pointWords={pointWords}
            />
          </div>
          <NumbersTable picked={picked} />
        </div>
      ) : (
        <Placeholder>
          {picked.points.length === 0
            ? t`The first point appears once its network is trained.`
            : t`This sweep was kept without its KL divergences: run it again to see them.`}
        </Placeholder>
      )}
    </Card>
  );
}

function NumbersTable({ picked }: { picked: SweepRecord }) {
  return (
    <details className={styles.details}>
      <summary>{t`The numbers as a table`}</summary>
      <table className={styles.table} data-export="omit">
        <thead>
          <tr>
            <th scope="col">{betaTitle}</th>
            <th scope="col">{klTitle}</th>
            <th scope="col">{reconstructionTitle}</th>
            <th scope="col">{sumTitle}</th>
          </tr>
        </thead>
        <tbody>
          {tradedPoints(picked).map(({ beta, kl, reconstruction }) => (
            <tr key={beta}>
              <th scope="row">{valueText(beta)}</th>
              <td data-value={kl}>{lossText(kl)}</td>
              <td data-value={reconstruction}>{lossText(reconstruction)}</td>
              <td data-value={kl + reconstruction}>{lossText(kl + reconstruction)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

// Networks trained on one data set each, tested on all: the table, the pictures behind a cell, and the job that trains what is
// missing.
import { t } from '@lingui/core/macro';
import { useCallback, useMemo, useState } from 'react';
import { datasets } from '../../../catalog/datasets/registry';
import { builtInDatasetIds, isBuiltInSignal, type DatasetId } from '../../../core/experiment/dataset-id';
import { ownName } from '../../../session/datasets/datasets';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { useDatasets } from '../../../session/hooks/datasets/use-datasets';
import { useLimits, useLimitsTable } from '../../../session/hooks/limits/use-limits';
import { useRun, useRunStore } from '../../../session/hooks/use-run';
import { Card } from '../../../ui/controls/card/card';
import { Exports } from '../../../ui/export/offers';
import { useInViewEffect, useWhileInView } from '../../../ui/in-view/in-view';
import { shortName, texts } from '../words';
import { CellPictures } from './cell-pictures';
import { LimitsTable } from './limits-table';
import { RowJob } from './row-job';
import { cellsTable, cellToShow, shownRows, type Place } from './table-rows';
import styles from './table.module.css';

/** Of a person's own data sets, so many are in the table unless they are chosen. */
const ownAtFirst = 2;

export function TableCard() {
  const { table } = useLimits();
  const state = useLimitsTable((whole) => whole);
  const known = useDatasets((datasets) => datasets);
  const experiment = useRun((run) => run.experiment);
  const isTrained = useWhileInView(useRunStore(), ({ step }) => step > 0);
  const [chosen, setChosen] = useState<readonly DatasetId[] | null>(null);
  const [picked, setPicked] = useState<Place | null>(null);
  const [pointed, setPointed] = useState<Place | null>(null);

  const all: DatasetId[] = useMemo(
    () => [...builtInDatasetIds, ...known.own.map(({ id }) => id)],
    [known.own],
  );
  const areSignals = useDataset()?.kind === 'signal';
  const alike = useMemo(
    () =>
      builtInDatasetIds.filter(
        (id) => isBuiltInSignal(id) === areSignals && datasets[id].kind !== 'spectrum',
      ),
    [areSignals],
  );
  const shown = useMemo(() => {
    const first = new Set<DatasetId>(
      chosen ?? [experiment.dataset, ...alike, ...known.own.slice(0, ownAtFirst).map(({ id }) => id)],
    );
    return all.filter((id) => first.has(id));
  }, [all, alike, chosen, experiment.dataset, known.own]);

  useInViewEffect(useCallback(() => table.watch(shown), [table, shown]));
  const name = (id: DatasetId) => shortName(id, ownName(known, id));
  const rows = shownRows(state, { experiment, step: isTrained ? 1 : 0 }, shown);
  const placed = cellToShow(rows, pointed ?? picked);
  return (
    <Card
      title={texts.tableTitle}
      explanation={t`How a network trained on one kind of sample handles every other kind, beside PCA.`}
      term="out-of-distribution"
      subtitle={<span>{texts.tableCaption}</span>}
    >
      <div className={styles.columns}>
        <div className={styles.tableSide}>
          <Exports offer={() => ({ name: t`Errors`, table: () => cellsTable(rows, name) })} />
          <LimitsTable
            {...{ rows, name, placed }}
            columns={shown}
            training={state.training}
            onPick={setPicked}
            onPoint={setPointed}
          />
          <p className={styles.note}>{texts.tableNote}</p>
          <fieldset className={styles.datasets}>
            <legend>{texts.datasets}</legend>
            {all.map((id) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={shown.includes(id)}
                  disabled={state.training !== null || (shown.length === 1 && shown.includes(id))}
                  onChange={({ target }) =>
                    setChosen(target.checked ? [...shown, id] : shown.filter((other) => other !== id))
                  }
                />
                <span>{name(id)}</span>
              </label>
            ))}
          </fieldset>
          <RowJob datasets={shown} name={name} />
        </div>
        <CellPictures placed={placed} name={name} />
      </div>
    </Card>
  );
}

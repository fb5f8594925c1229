// The sheet itself: always black on white, as wide as paper of both sizes allows, and never longer than one page.
import { useMemo } from 'react';
import { shownDataset } from '../../catalog/datasets/shown';
import { familyOf } from '../../catalog/families/registry';
import { toSearch } from '../../core/experiment/url/experiment-url';
import type { RunId } from '../../core/run/stamp';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { linearRivals } from '../../session/analysis/linear/linear-rivals';
import { ownName } from '../../session/datasets/datasets';
import { useNoisy } from '../../session/hooks/analysis/use-linear-rivals';
import { usePca } from '../../session/hooks/analysis/use-pca';
import { useArchive } from '../../session/hooks/archive/use-archive';
import { useDatasets } from '../../session/hooks/datasets/use-datasets';
import { useSession } from '../../session/hooks/session-context';
import { qrModules, QrCode } from '../../ui/qr-code/qr-code';
import { classNames } from '../../ui/class-names';
import { sampleAspect } from '../../ui/sample/looks';
import { SampleRow } from '../../ui/sample/sample-row';
import type { ReportedRun } from './reported-run';
import styles from './results-sheet.module.css';
import { SheetCurves } from './sheet-curves';
import { settingValues, type SettingValue } from './setting-values';
import { figures, originText, pcaText, sheetTitle, testError, texts, type ComparedFigure } from './words';

/** With more settings than this beside the numbers, the page would be too short: both take its whole width. */
const mostInColumn = 11;
/** Height of a picture, and its width at most, in mm. */
const pictureMm = 15.6;

interface ResultsSheetProps {
  report: ReportedRun;
  runId: RunId | null;
}

export function ResultsSheet({ report, runId }: ResultsSheetProps) {
  const { record, backend, trainedWith } = report;
  const { experiment, facts } = record;
  const mainId = useSession().run.store.getState().runId;
  const name = useArchive(({ entries }) => entries.find(({ id }) => id === (runId ?? mainId))?.name ?? null);
  const dataName = useDatasets((state) => ownName(state, experiment.dataset));
  const address = new URL(`${toSearch(experiment, dataName)}#train`, location.href).href;
  const { chosen, usual } = settingValues(experiment, facts ? shownDataset(facts.dataset).classNames : []);
  return (
    <article
      className={styles.sheet}
      data-theme="light"
      data-family={familyOf(experiment)}
      aria-label={texts.title}
    >
      <header className={styles.head}>
        <h3 className={styles.title}>{sheetTitle(record, name)}</h3>
        <p className={styles.lines}>
          <span>{texts.student}</span>
          <i />
          <span>{texts.day}</span>
          <i className={styles.short} />
        </p>
      </header>
      <div className={classNames(styles.columns, chosen.length > mostInColumn && styles.many)}>
        <section>
          <h4>{texts.chosen}</h4>
          {chosen.length === 0 ? <p>{texts.noneChosen}</p> : <Values values={chosen} />}
        </section>
        <section>
          <h4>{texts.numbers}</h4>
          <Numbers report={report} isMain={runId === null || runId === mainId} />
        </section>
      </div>
      <SheetCurves record={record} />
      <section>
        <h4>{texts.images}</h4>
        {facts && report.samples ? (
          <Samples info={shownDataset(facts.dataset)} samples={report.samples} />
        ) : (
          <p>{texts.noImages}</p>
        )}
      </section>
      <section className={styles.small}>
        <h4>{texts.usual}</h4>
        <p>{usual.map(({ label, value }) => `${label}: ${value}`).join(' · ')}</p>
      </section>
      <footer className={styles.foot}>
        <LinkCode address={address} />
        <div className={styles.small}>
          <p>{originText(record, backend, trainedWith).join(' · ')}</p>
          <p className={styles.address}>{address}</p>
        </div>
      </footer>
    </article>
  );
}

function Values({ values }: { values: readonly SettingValue[] }) {
  return (
    <dl className={styles.values}>
      {values.map(({ setting, label, value }) => (
        <div key={setting}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Numbers({ report: { record }, isMain }: { report: ReportedRun; isMain: boolean }) {
  const { experiment, facts } = record;
  const model = usePca((pca) => pca.model);
  const reference = useNoisy((noisy) => noisy.reference);
  const shape = facts?.dataset.shape ?? null;
  const { pcaMse, size } = linearRivals(experiment, shape, model, reference);
  const error = testError(record, pcaMse);
  return (
    <dl className={styles.values}>
      {error && <Compared figure={error} size={size} whenUnknown={isMain ? texts.pcaComes : texts.noPca} />}
      {figures(record).map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ComparedProps {
  figure: ComparedFigure;
  size: number;
  whenUnknown: string;
}

function Compared({ figure: { label, value, pca }, size, whenUnknown }: ComparedProps) {
  return (
    <>
      <div className={styles.strong}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
      <div>
        <dt>{pcaText(size)}</dt>
        <dd>{pca ?? whenUnknown}</dd>
      </div>
    </>
  );
}

interface SamplesProps {
  info: DatasetInfo;
  samples: NonNullable<ReportedRun['samples']>;
}

function Samples({ info, samples: { columns, original, noisy, reconstructed } }: SamplesProps) {
  const tileMm = Math.min(pictureMm, pictureMm * sampleAspect(info.shape));
  const rows = [
    { label: texts.original, values: original },
    ...(noisy ? [{ label: texts.noisy, values: noisy }] : []),
    { label: texts.reconstructed, values: reconstructed },
  ];
  return (
    <div className={styles.rows} style={{ width: `${22 + columns * tileMm}mm` }}>
      {rows.map(({ label, values }) => (
        <div key={label} className={styles.row}>
          <span>{label}</span>
          <SampleRow label={label} info={info} values={values} columns={columns} />
        </div>
      ))}
    </div>
  );
}

function LinkCode({ address }: { address: string }) {
  const modules = useMemo(() => qrModules(address), [address]);
  if (modules === null) return <p className={styles.noCode}>{texts.longLink}</p>;
  return (
    <figure className={styles.code}>
      <QrCode modules={modules} label={texts.code} />
      <figcaption>{texts.link}</figcaption>
    </figure>
  );
}

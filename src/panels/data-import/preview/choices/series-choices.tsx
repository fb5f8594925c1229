// How recordings are cut into windows: what the rows of a table are, its channels and time, and the length and stride of windows.
import type { ImportChoices, ImportPreview } from '../../../../core/import/import-api';
import type { SeriesOffers } from '../../../../core/import/series-import';
import { useSession } from '../../../../session/hooks/session-context';
import { NumberField } from '../../../../ui/controls/fields/number-field';
import { Select } from '../../../../ui/controls/fields/select';
import { choiceLabels, choiceSummaries, optionLabels, texts } from '../../words';
import { rateText } from '../series/words';
import { CheckBox } from './check-box';
import styles from './choices.module.css';
import { optionsOf } from './options';

interface SeriesChoicesProps {
  preview: ImportPreview;
  offers: SeriesOffers;
  choices: ImportChoices;
}

export function SeriesChoices({ preview, offers, choices }: SeriesChoicesProps) {
  const { choose } = useSession().importing;
  return (
    <>
      {offers.readings.length > 1 && (
        <Select
          label={choiceLabels.reading}
          value={choices.reading}
          // One order, whichever is likelier.
          options={optionsOf(['rows', 'series'], optionLabels.reading)}
          explanation={choiceSummaries.reading}
          onChange={(reading) => choose({ reading })}
        />
      )}
      {preview.choices.reading === 'series' && choices.reading === 'series' && (
        <CutChoices {...{ preview, offers, choices }} />
      )}
    </>
  );
}

function CutChoices({ preview, offers, choices }: SeriesChoicesProps) {
  const { choose } = useSession().importing;
  const columns = preview.offers.columns ?? [];
  return (
    <>
      {offers.rates.length > 1 && (
        <Select
          label={choiceLabels.rate}
          value={String(choices.rate)}
          options={offers.rates.map((rate) => ({ value: String(rate), label: rateText(rate) }))}
          explanation={choiceSummaries.rate}
          onChange={(rate) => choose({ rate: Number(rate) })}
        />
      )}
      {offers.timeColumns.length > 0 && (
        <Select
          label={choiceLabels.timeColumn}
          value={String(choices.timeColumn ?? noColumn)}
          options={[
            { value: noColumn, label: texts.noLabels },
            ...offers.timeColumns.map((column) => ({ value: String(column), label: columns[column] ?? '' })),
          ]}
          explanation={choiceSummaries.timeColumn}
          onChange={(value) => choose({ timeColumn: value === noColumn ? null : Number(value) })}
        />
      )}
      {offers.channels !== null && offers.channels.length > 1 && (
        <Channels offered={offers.channels} columns={columns} chosen={choices.channels} />
      )}
      <NumberField
        label={choiceLabels.windowLength}
        value={choices.windowLength}
        min={4}
        max={offers.longestWindow}
        integer
        unit={texts.points}
        explanation={choiceSummaries.windowLength}
        onCommit={(windowLength) => choose({ windowLength })}
      />
      <NumberField
        label={choiceLabels.stride}
        value={choices.stride}
        min={1}
        max={Math.max(choices.stride, offers.longestWindow)}
        integer
        unit={texts.points}
        explanation={choiceSummaries.stride}
        onCommit={(stride) => choose({ stride })}
      />
    </>
  );
}

const noColumn = 'none';

interface ChannelsProps {
  offered: readonly number[];
  columns: readonly string[];
  chosen: readonly number[];
}

/** At least one stays chosen. */
function Channels({ offered, columns, chosen }: ChannelsProps) {
  const { choose } = useSession().importing;
  return (
    <fieldset className={styles.channels}>
      <legend>{choiceLabels.channels}</legend>
      {offered.map((column) => (
        <CheckBox
          key={column}
          label={columns[column] ?? ''}
          checked={chosen.includes(column)}
          onChange={(isChosen) => {
            const channels = offered.filter((each) => (each === column ? isChosen : chosen.includes(each)));
            if (channels.length > 0) choose({ channels });
          }}
        />
      ))}
    </fieldset>
  );
}

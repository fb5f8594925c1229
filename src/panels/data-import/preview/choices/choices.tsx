// The choices that these files leave open.
import { t } from '@lingui/core/macro';
import { memo } from 'react';
import type { ImportChoices, ImportPreview } from '../../../../core/import/import-api';
import { imageSize } from '../../../../core/samples/samples';
import { useSession } from '../../../../session/hooks/session-context';
import { Select } from '../../../../ui/controls/fields/select';
import { Slider } from '../../../../ui/controls/slider/slider';
import { choiceLabels, choiceSummaries, optionLabels, shapeText, texts } from '../../words';
import { CheckBox } from './check-box';
import styles from './choices.module.css';
import { NameField } from './name-field';
import { optionsOf } from './options';
import { SeriesChoices } from './series-choices';
import { SplitChoices } from './split-choices';

interface ChoicesProps {
  preview: ImportPreview;
  /** As chosen; the preview may not show it yet. */
  choices: ImportChoices;
}

export const Choices = memo(function Choices({ preview, choices }: ChoicesProps) {
  const { choose, use } = useSession().importing;
  const { offers, shape } = preview;
  const isImage = imageSize(shape) !== null;
  return (
    <div className={styles.choices} role="group" aria-label={texts.choices}>
      <NameField value={choices.name} onChange={(name) => choose({ name })} onEnter={() => void use()} />
      {offers.sets !== null && (
        <Select
          label={choiceLabels.set}
          value={choices.set ?? ''}
          options={offers.sets.map((set) => ({ value: set, label: set }))}
          explanation={choiceSummaries.set}
          onChange={(set) => choose({ set })}
        />
      )}
      {offers.columns !== null && <TableChoices columns={offers.columns} choices={choices} />}
      {offers.series !== null && <SeriesChoices preview={preview} offers={offers.series} choices={choices} />}
      {offers.shapes.length > 1 && (
        <Select
          label={choiceLabels.shape}
          value={choices.shape.join('x')}
          options={offers.shapes.map((one) => ({ value: one.join('x'), label: shapeText(one) }))}
          explanation={choiceSummaries.shape}
          onChange={(value) =>
            choose({ shape: offers.shapes.find((one) => one.join('x') === value) ?? choices.shape })
          }
        />
      )}
      {offers.isScalable && <PictureChoices choices={choices} />}
      {offers.colours.length > 1 && (
        <Select
          label={choiceLabels.colour}
          value={choices.colour}
          options={optionsOf(offers.colours, optionLabels.colour)}
          explanation={choiceSummaries.colour}
          onChange={(colour) => choose({ colour })}
        />
      )}
      {isImage && (
        <CheckBox
          label={choiceLabels.invert}
          checked={choices.invert}
          note={choiceSummaries.invert}
          onChange={(invert) => choose({ invert })}
        />
      )}
      {offers.normalisations.length > 1 && (
        <Select
          label={choiceLabels.normalisation}
          value={choices.normalisation}
          options={optionsOf(offers.normalisations, optionLabels.normalisation)}
          explanation={choiceSummaries.normalisation}
          onChange={(normalisation) => choose({ normalisation })}
        />
      )}
      <SplitChoices splits={offers.splits} choices={choices} />
    </div>
  );
});

const noColumn = 'none';

function TableChoices({ columns, choices }: { columns: readonly string[]; choices: ImportChoices }) {
  const { choose } = useSession().importing;
  return (
    <>
      <CheckBox
        label={choiceLabels.hasHeader}
        checked={choices.hasHeader}
        onChange={(hasHeader) => choose({ hasHeader })}
      />
      <Select
        label={choiceLabels.labelColumn}
        value={choices.labelColumn === null ? noColumn : String(choices.labelColumn)}
        options={[
          { value: noColumn, label: texts.noLabels },
          ...columns.map((label, column) => ({ value: String(column), label })),
        ]}
        explanation={choiceSummaries.labelColumn}
        onChange={(value) => choose({ labelColumn: value === noColumn ? null : Number(value) })}
      />
    </>
  );
}

function PictureChoices({ choices }: { choices: ImportChoices }) {
  const { choose } = useSession().importing;
  return (
    <>
      <Slider
        label={choiceLabels.side}
        value={choices.side}
        min={8}
        max={64}
        step={1}
        format={(side) => t`${side} pixels`}
        explanation={choiceSummaries.side}
        onChange={(side) => choose({ side })}
      />
      <Select
        label={choiceLabels.framing}
        value={choices.framing}
        options={optionsOf(['fit', 'crop'], optionLabels.framing)}
        explanation={choiceSummaries.framing}
        onChange={(framing) => choose({ framing })}
      />
    </>
  );
}

// The options of the chosen kind of damage, in one row. One can go on painting over all but the rectangle, with the brush as it was.
import { plural, t } from '@lingui/core/macro';
import { halves } from '../../../core/inpainting/damage/areas';
import { sizeRanges, type DamageOptions } from '../../../core/inpainting/damage/damage';
import type { DamageKind } from '../../../core/inpainting/inpainting-api';
import { longestText } from '../../../core/inpainting/damage/text-mask';
import { percentText } from '../../../core/number-text';
import { sampleKind } from '../../../core/samples/sample-kind';
import type { SampleShape } from '../../../core/samples/samples';
import { useInpaintingRoom } from '../../../session/hooks/inpainting/use-inpainting';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { TextField } from '../../../ui/controls/fields/text-field';
import { Slider } from '../../../ui/controls/slider/slider';
import { brushModeWords, halfWords } from '../words';
import styles from './damage.module.css';

interface DamageOptionFieldsProps {
  shape: SampleShape;
  damage: DamageKind;
  options: DamageOptions;
}

export function DamageOptionFields({ shape, damage, options }: DamageOptionFieldsProps) {
  const { setOptions } = useInpaintingRoom();
  const ranges = sizeRanges(shape);
  const isSignal = sampleKind(shape) === 'signal';
  const pixels = (value: number) =>
    isSignal
      ? plural(value, { one: '# point', other: '# points' })
      : plural(value, { one: '# pixel', other: '# pixels' });
  return (
    <>
      {damage === 'right-half' && (
        <SegmentedRadio
          label={t`Missing half`}
          look="quiet"
          value={options.half}
          options={halves
            .filter((half) => !isSignal || half === 'right' || half === 'left')
            .map((half) => ({ value: half, label: halfWords[half] }))}
          onChange={(half) => setOptions({ half })}
        />
      )}
      {damage === 'random-pixels' && (
        <Slider
          label={t`Share missing`}
          value={options.share}
          min={0.01}
          max={0.99}
          step={0.01}
          format={(value) => percentText(value)}
          explanation={t`How much of the sample is missing.`}
          onChange={(share) => setOptions({ share })}
          className={styles.slider}
        />
      )}
      {damage === 'text' && (
        <>
          <TextField
            label={t`Letters`}
            value={options.text}
            maxLength={longestText}
            onChange={(text) => setOptions({ text })}
            className={styles.text}
          />
          {ranges.textScale.max > 1 && (
            <Slider
              label={t`Letter size`}
              value={options.textScale}
              {...ranges.textScale}
              step={1}
              format={(value) => pixels(5 * value)}
              isTyped={false}
              explanation={t`The height of the letters.`}
              onChange={(textScale) => setOptions({ textScale })}
              className={styles.slider}
            />
          )}
        </>
      )}
      {damage === 'rectangle' && (
        <Slider
          label={t`Square size`}
          value={options.side}
          {...ranges.side}
          step={1}
          format={pixels}
          explanation={t`The side of the square that a click places. Drag for any other rectangle.`}
          onChange={(side) => setOptions({ side })}
          className={styles.slider}
        />
      )}
      {damage === 'brush' && (
        <>
          <Slider
            label={t`Brush size`}
            value={options.brushSize}
            {...ranges.brushSize}
            step={1}
            format={pixels}
            explanation={
              isSignal ? t`The width of the brush, in points.` : t`The diameter of the brush, in pixels.`
            }
            onChange={(brushSize) => setOptions({ brushSize })}
            className={styles.slider}
          />
          <SegmentedRadio
            label={t`Brush`}
            look="quiet"
            value={options.brushMode}
            options={(['remove', 'restore'] as const).map((mode) => ({
              value: mode,
              ...brushModeWords[mode],
            }))}
            onChange={(brushMode) => setOptions({ brushMode })}
          />
        </>
      )}
    </>
  );
}

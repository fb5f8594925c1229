// The drawing pad's state and actions, for every panel that has a pad.
import { useState } from 'react';
import { useStore } from 'zustand';
import { datasetEntry } from '../../catalog/datasets/registry';
import type { Ink } from '../../core/samples/drawing';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { formOf, isUndrawable } from '../drawing/form-of';
import { drawingFailureText, formText, padTexts, type PadTexts } from '../drawing/words';
import { useSession } from './session-context';
import { useDataset } from './datasets/use-dataset';
import { useExperiment } from './use-experiment';
import { useRun } from './use-run';
import { useSelection } from './use-selection';

export interface SamplePadState extends PadTexts {
  readonly info: DatasetInfo | null;
  readonly isDrawable: boolean;
  /** Of signals: the line that one draws. */
  readonly line: PadLine | undefined;
  /** What a file or a paste became; empty until the engine has answered, and null where ink has the pad. */
  readonly given: Float32Array | null;
  readonly clearSignal: number;
  readonly initialInk: Ink | null;
  readonly onInk: (ink: Ink | null) => void;
  readonly onTake: (blob: Blob, name: string | null) => void;
}

export interface PadLine {
  readonly start: () => Float32Array | null;
  readonly revision: number;
  readonly onLine: (line: Float32Array | null) => void;
  readonly onTestSample: () => void;
}

export interface SamplePad {
  readonly pad: SamplePadState;
  readonly hasDrawing: boolean;
  readonly clear: () => void;
  /** What a drawing is brought into; null where it is not known, and where one cannot draw. */
  readonly form: string | null;
  /** Why the latest file could not be read; null where there is nothing to say. */
  readonly failure: string | null;
}

const nothing = new Float32Array(0);

export function useSamplePad(): SamplePad {
  const { drawing, questions } = useSession();
  const [clears, setClears] = useState(0);
  const info = useDataset() ?? null;
  const drawingHint = useExperiment(({ dataset }) => datasetEntry(dataset).drawingHint);
  const isGiven = useStore(drawing.store, (state) => state.isGiven);
  const failure = useStore(drawing.store, (state) => state.failure);
  const original = useRun((run) => (isGiven ? run.drawing?.original : undefined));
  const hasDrawing = useSelection((selection) => selection.hasDrawing);
  const kind = info?.kind ?? 'image';
  const drawingForm = useRun((run) => run.drawingForm);
  const hasForm =
    useExperiment(({ dataset }) => datasetEntry(dataset).drawing !== null) || drawingForm !== null;
  const form = useExperiment((experiment) => formOf(experiment, drawingForm));
  const isDrawable = kind === 'image' && !isUndrawable(drawingForm);
  const revision = useStore(drawing.store, (state) => state.revision);

  async function startFromTestSample(count: number): Promise<void> {
    const line = await questions.testImages(Uint32Array.of(Math.floor(Math.random() * count)));
    if (line) drawing.startFrom(line);
  }
  return {
    pad: {
      ...padTexts(kind, drawingHint, isDrawable),
      info,
      isDrawable,
      line:
        info?.kind === 'signal'
          ? {
              start: drawing.line,
              revision,
              onLine: drawing.drawLine,
              onTestSample: () => void startFromTestSample(info.testCount),
            }
          : undefined,
      given: isGiven ? (original ?? nothing) : null,
      clearSignal: clears,
      initialInk: drawing.ink(),
      onInk: drawing.draw,
      onTake: (blob, name) => void drawing.take(blob, name),
    },
    hasDrawing,
    clear() {
      drawing.draw(null);
      setClears(clears + 1);
    },
    form: info && isDrawable && hasForm ? formText(form, info.shape) : null,
    failure: failure && drawingFailureText(failure),
  };
}

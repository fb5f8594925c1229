// The live state that lessons check, as plain data: a test can write any of it down. `session/lessons/live-state.ts` reads it.
import type { ScoreKind } from '../../core/anomaly/score-kind';
import type { Experiment } from '../../core/experiment/experiment';

export interface LessonState {
  /** As chosen with the controls. */
  readonly experiment: Experiment;
  /** The view that is shown: `train`, `explore/generate`. */
  readonly place: string;
  readonly isTraining: boolean;
  /** Steps that the network has been trained for. */
  readonly step: number;
  /** Of these, those with the settings as they are now. */
  readonly stepsAsIs: number;
  /** What the steps took; null where that is not known. */
  readonly seconds: number | null;
  /** All test samples measured with the network as it stands and the settings as they are; null until they have been. */
  readonly test: TestMeasurement | null;
  /** Test error of PCA with as many numbers as the code has; null until it is computed. */
  readonly pcaMse: number | null;
  /** What the code's units do on the test samples; null until that is measured. */
  readonly code: CodeActivity | null;
  /** Whether something was put on the drawing pad since the lesson began, and the network has answered it. */
  readonly hasDrawing: boolean;
  /** Whether a place on a map of Explore is decoded. */
  readonly isPointing: boolean;
  /** How often samples were drawn at random in Explore since the lesson began. */
  readonly draws: number;
  /** Null while Apply: Anomalies is not open. */
  readonly anomalies: AnomalyState | null;
  /** Null while Apply: Inpainting is not open. */
  readonly inpainting: InpaintingState | null;
  /** Mean squared errors of a photograph in Apply: Limits; null while none has gone through the network. */
  readonly photograph: { readonly mse: number; readonly flatMse: number } | null;
}

export interface TestMeasurement {
  /** Mean squared errors per value. */
  readonly mse: number;
  readonly inputMse: number;
  readonly meanImageMse: number;
  /** Nats per sample; null for a code without a KL term. */
  readonly kl: number | null;
}

export interface CodeActivity {
  readonly units: number;
  /** Units that one sample activates, mean over the samples. */
  readonly active: number;
}

interface AnomalyState {
  readonly normalClasses: readonly number[];
  /** What samples are scored by. */
  readonly score: ScoreKind;
  /** What the network that was scored had been trained on; null before scores. */
  readonly trainedOn: readonly number[] | null;
  /** Area under the ROC curve of that network; null until it is known. */
  readonly auroc: number | null;
}

interface InpaintingState {
  /** Mean squared error in holes of many test samples, by the network as it stands; null until it is measured. */
  readonly testHoleMse: number | null;
}

// What a lesson is: plain data. Its steps ask for a prediction, say what to do on the real playground, and check it from the live
// state; nothing is done because a button says so.
import type { ExperimentPatch, Setting } from '../../core/experiment/experiment';
import type { LessonState } from './lesson-state';

/** Numbers that a step has measured, by name; those of all steps of a lesson are kept together. */
export type Results = Readonly<Record<string, number>>;

/** Texts may hold `**strong**` words and `[links](term)` to terms of the glossary, by their ids. */
type Text = string;

interface StepBase {
  /** Unique in its lesson, and never renamed: what a person has done is kept under it. */
  readonly id: string;
  readonly title: string;
  /** Paragraphs. */
  readonly text: readonly Text[];
  /** What it speaks of, or what changes while it is done: a small window shows that above the lesson. */
  readonly lookAt?: Target;
}

export interface ReadStep extends StepBase {
  readonly kind: 'read';
}

/** A question that needs no training to be answered. */
export interface PredictStep extends StepBase {
  readonly kind: 'predict';
  readonly question: Text;
  readonly answers: Choices | Amount;
}

export interface Choices {
  readonly kind: 'choices';
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** A number on a slider. */
export interface Amount {
  readonly kind: 'amount';
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly first: number;
  readonly format: (value: number) => string;
}

/** Something to do on the playground. */
export interface DoStep extends StepBase {
  readonly kind: 'do';
  /** The control or the view that it is done with. */
  readonly target: Target;
  /** What is still missing before it counts, except training; null: nothing. */
  readonly needs?: (state: LessonState) => string | null;
  /** Steps to train with the settings that it asks for; training pauses there. */
  readonly trainFor?: number;
  /** What is still to be computed after that; null: nothing. */
  readonly waits?: (state: LessonState) => string | null;
  /** Measured when it is done, for the comparison. */
  readonly note?: (state: LessonState) => Results;
  /** What "Do it for me" does, in this order; then it trains, where the step asks for that. */
  readonly help: readonly Help[];
}

/** What was predicted beside what came. */
export interface CompareStep extends StepBase {
  readonly kind: 'compare';
  /** Id of the prediction. */
  readonly of: string;
  /** Null where its numbers are missing, because a step was skipped. */
  readonly came: (results: Results) => Came | null;
}

export interface Came {
  /** Id of the choice, or the number, that came true. */
  readonly answer: string | number;
  /** How far a predicted number may be off and still be right. */
  readonly within?: number;
  /** With the real numbers. */
  readonly text: Text;
  /** One sentence of why, which holds for this outcome; of an unusual one, that it is unusual. */
  readonly why: Text;
}

export type Step = ReadStep | PredictStep | DoStep | CompareStep;

export type Target =
  | { readonly kind: 'setting'; readonly setting: Setting }
  | { readonly kind: 'train' }
  /** A link of the page: `explore/generate`. */
  | { readonly kind: 'place'; readonly place: string }
  /** A panel of Train. */
  | { readonly kind: 'panel'; readonly panel: 'diagram' | 'reconstructions' | 'curves' }
  /** A view by its accessible name. */
  | { readonly kind: 'region' | 'button' | 'group'; readonly name: string };

export type Help =
  | { readonly kind: 'change'; readonly patch: ExperimentPatch }
  | { readonly kind: 'open'; readonly place: string }
  | { readonly kind: 'reset' | 'draw' | 'generate' | 'measure-holes' | 'photograph' | 'train-on-normal' }
  | { readonly kind: 'normal'; readonly classes: readonly number[] };

export interface Lesson {
  /** Its place in the address, `#learn/bottleneck`: never renamed. */
  readonly id: string;
  readonly title: string;
  /** One sentence for the list. */
  readonly summary: string;
  /** How long it takes. */
  readonly minutes: number;
  /** What it begins with, beyond the defaults. */
  readonly experiment: ExperimentPatch;
  /** Where it begins: `train`. */
  readonly place: string;
  readonly steps: readonly Step[];
}

/** A prediction: the id of a choice, a number, or null for "I don't know". */
export type Prediction = string | number | null;

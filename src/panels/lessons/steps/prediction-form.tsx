// The question of a step: choices or a slider, and "I don't know".
import { useId, useState } from 'react';
import type { PredictStep, Prediction } from '../../../catalog/lessons/lesson';
import { useLessons } from '../../../session/hooks/lessons/use-lessons';
import { Slider } from '../../../ui/controls/slider/slider';
import { RichText } from '../rich-text';
import styles from './steps.module.css';
import { sheetTexts } from '../words';

interface PredictionFormProps {
  step: PredictStep;
  /** Undefined: not yet asked. */
  prediction: Prediction | undefined;
}

export function PredictionForm({ step, prediction }: PredictionFormProps) {
  const lessons = useLessons();
  const id = useId();
  const { answers, question } = step;
  const predict = (answer: Prediction) => lessons.predict(step.id, answer);
  return (
    <fieldset className={styles.question}>
      <legend>
        <RichText text={question} />
      </legend>
      {answers.kind === 'choices' ? (
        answers.choices.map((choice) => (
          <label key={choice.id} className={styles.choice}>
            <input
              type="radio"
              name={id}
              checked={prediction === choice.id}
              onChange={() => predict(choice.id)}
            />
            <span>{choice.label}</span>
          </label>
        ))
      ) : (
        <AmountField step={step} answers={answers} prediction={prediction} />
      )}
      <label className={styles.choice}>
        <input type="radio" name={id} checked={prediction === null} onChange={() => predict(null)} />
        <span>{sheetTexts.dontKnow}</span>
      </label>
    </fieldset>
  );
}

interface AmountFieldProps extends PredictionFormProps {
  answers: Extract<PredictStep['answers'], { kind: 'amount' }>;
}

function AmountField({ step, answers, prediction }: AmountFieldProps) {
  const lessons = useLessons();
  const [first] = useState(answers.first);
  const { label, min, max, step: grid, format } = answers;
  return (
    <Slider
      label={label}
      value={typeof prediction === 'number' ? prediction : first}
      min={min}
      max={max}
      step={grid}
      format={format}
      onChange={(value) => lessons.predict(step.id, value)}
    />
  );
}

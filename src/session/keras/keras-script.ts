// An experiment as a complete Keras 3 program: a pure function of the experiment and of what is known of its data. The parts are
// written as a person would write the program by hand, with only what this experiment uses. `npm run test:keras` runs the
// programs of every family and compares them with the browser.
import { inEnglish } from '../../core/language/english';
import { corruptionPart } from './corruptions/registry';
import { batchesPart } from './parts/batches';
import { dataPart } from './parts/data';
import { filesPart } from './parts/files';
import { headerPart } from './parts/header';
import { mainPart } from './parts/main';
import { networkPart } from './parts/network';
import { objectivePart } from './parts/objective';
import { splitPart } from './parts/split';
import { trainingPart } from './parts/training';
import { blocks } from './python';
import { scriptFacts, type KerasSource } from './source';

/**
 * The program as text, in English whatever the page speaks.
 * @throws Error when the experiment has a corruption, loss, penalty or optimizer that the script has no form of
 */
export function kerasScript(source: KerasSource): string {
  const facts = scriptFacts(source);
  const program = inEnglish(() =>
    blocks(
      headerPart(facts),
      dataPart(facts),
      splitPart(facts),
      facts.isNoisy ? corruptionPart(facts) : null,
      batchesPart(facts),
      networkPart(facts),
      objectivePart(facts),
      trainingPart(facts),
      filesPart(facts),
      mainPart(facts),
    ),
  );
  return `${program}\n`;
}

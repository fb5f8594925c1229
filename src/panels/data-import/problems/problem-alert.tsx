// What is wrong, read out at once.
import type { ImportProblem } from '../../../session/importing/importing';
import { Notice } from '../../../ui/controls/notice/notice';
import { problemText } from './words';

export function ProblemAlert({ problem }: { problem: ImportProblem }) {
  return <Notice kind="error" message={problemText(problem)} />;
}

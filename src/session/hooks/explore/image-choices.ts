// What an image can be chosen from: the ten test images that Train shows, any other at random, and the drawing.
import { useMemo } from 'react';
import { shownDataset } from '../../../catalog/datasets/shown';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleWords } from '../../../core/samples/words/sample-words';
import type { ImageSource } from '../../explore/exploration';
import { useRun } from '../use-run';
import { useSelection } from '../use-selection';

export interface ImageChoices {
  readonly images: Float32Array;
  readonly columns: number;
  readonly info: DatasetInfo;
  /** What one of them is called: `image`. */
  readonly noun: string;
  readonly picked: number | null;
  readonly onPick: (column: number) => void;
  readonly onRandom: () => void;
  readonly onDrawing?: (() => void) | undefined;
}

/** Null until there are images. @param onChoose gets the choice */
export function useImageChoices(
  source: ImageSource,
  onChoose: (source: ImageSource) => void,
): ImageChoices | null {
  const snapshot = useRun((run) => run.snapshot);
  const facts = useRun((run) => run.facts);
  const hasDrawing = useSelection((selection) => selection.hasDrawing);
  return useMemo(() => {
    if (snapshot === null || facts === null) return null;
    const { indices } = snapshot;
    const picked = source.kind === 'test' ? indices.indexOf(source.index) : -1;
    return {
      images: snapshot.original,
      columns: indices.length,
      info: shownDataset(facts.dataset),
      noun: sampleWords(facts.dataset.kind).one,
      picked: picked < 0 ? null : picked,
      onPick: (column) => onChoose({ kind: 'test', index: indices[column] ?? 0 }),
      onRandom: () => onChoose({ kind: 'test', index: Math.floor(Math.random() * facts.testCount) }),
      onDrawing: hasDrawing ? () => onChoose({ kind: 'drawing' }) : undefined,
    };
  }, [snapshot, facts, hasDrawing, source, onChoose]);
}

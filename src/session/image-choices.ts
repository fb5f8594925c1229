// What an image can be chosen from: the ten test images that Train shows, any other at random, and the drawing.
import { useMemo } from 'react';
import { imageSize } from '../core/samples';
import type { ImageSource } from './explore-store';
import { useRun } from './run-store';
import { useSelection } from './selection-store';

export interface ImageChoices {
  readonly images: Float32Array;
  readonly columns: number;
  readonly size: { readonly height: number; readonly width: number; readonly channels: number };
  readonly picked: number | null;
  readonly onPick: (column: number) => void;
  readonly onRandom: () => void;
  readonly onDrawing?: (() => void) | undefined;
}

/** Null until there are images. @param onChoose is told what has been chosen */
export function useImageChoices(
  source: ImageSource,
  onChoose: (source: ImageSource) => void,
): ImageChoices | null {
  const snapshot = useRun((run) => run.snapshot);
  const facts = useRun((run) => run.facts);
  const hasDrawing = useSelection((selection) => selection.hasDrawing);
  return useMemo(() => {
    const size = facts && imageSize(facts.sampleShape);
    if (snapshot === null || facts === null || size === null) return null;
    const { indices } = snapshot;
    const picked = source.kind === 'test' ? indices.indexOf(source.index) : -1;
    return {
      images: snapshot.original,
      columns: indices.length,
      size,
      picked: picked < 0 ? null : picked,
      onPick: (column) => onChoose({ kind: 'test', index: indices[column] ?? 0 }),
      onRandom: () => onChoose({ kind: 'test', index: Math.floor(Math.random() * facts.testCount) }),
      onDrawing: hasDrawing ? () => onChoose({ kind: 'drawing' }) : undefined,
    };
  }, [snapshot, facts, hasDrawing, source, onChoose]);
}

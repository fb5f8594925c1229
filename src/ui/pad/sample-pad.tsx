// The pad where a sample comes from the person: drawn, from a file, dropped or pasted. An image is drawn in ink, a signal as a line.
import { t } from '@lingui/core/macro';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { classNames } from '../class-names';
import type { Ink } from '../../core/samples/drawing';
import { TextButton } from '../controls/buttons/buttons';
import { sampleAspect } from '../sample/looks';
import { SamplePicture } from '../sample/sample-picture';
import type { SampleInfo, SampleValues } from '../sample/sample-look';
import { DrawingPad } from './drawing-pad';
import styles from './sample-pad.module.css';
import { LazySignalPad } from './signal/lazy-signal-pad';
import type { SignalPadProps } from './signal/signal-pad';
import { testSampleExplanation } from './signal/words';

interface SamplePadProps {
  /** Null before the data set is known. */
  info: SampleInfo | null;
  /** Whether one can draw in ink here. */
  isDrawable: boolean;
  /** Of signals: the line that one draws, and where one can start from. */
  line?: (Omit<SignalPadProps, 'info' | 'hint' | 'aspect'> & { onTestSample?: () => void }) | undefined;
  /** Width of a drawn line's pad over its height. */
  aspect?: number | undefined;
  /** What a file or a paste became; an empty one until it is known, and null where ink has the pad. */
  given: SampleValues | null;
  /** On an empty pad. */
  hint: string;
  /** Which files there are to choose: an `accept` list. */
  accepts: string;
  fileExplanation: string;
  caption: string;
  clearSignal: number;
  initialInk: Ink | null;
  onInk: (ink: Ink | null) => void;
  /** @param name of the file; null for what was pasted */
  onTake: (blob: Blob, name: string | null) => void;
}

export function SamplePad(props: SamplePadProps) {
  const { info, isDrawable, given, hint, accepts, caption, clearSignal, initialInk, onInk, onTake } = props;
  const { line, aspect } = props;
  const group = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  function paste(event: ClipboardEvent) {
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData('text/plain');
    if (!file && text === '') return;
    event.preventDefault();
    // Whoever takes a paste anywhere else on the page does not get this one.
    event.stopPropagation();
    onTake(file ?? new Blob([text]), null);
  }

  /** Prevented, the event says to the rest of the page that the file is taken. */
  function dragOver(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  }

  function drop(event: DragEvent) {
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    onTake(file, file.name);
  }

  return (
    <figure>
      <div
        ref={group}
        role={line ? undefined : 'group'}
        aria-label={line ? undefined : hint}
        tabIndex={line ? undefined : 0}
        className={classNames(styles.pad, isOver && styles.over)}
        onPaste={paste}
        onDragOver={dragOver}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        // Drawing keeps the browser from moving the focus here, where a paste goes. A pad for lines has a focus of its own.
        onPointerDown={() => line || group.current?.focus({ preventScroll: true })}
      >
        {line && info ? (
          <LazySignalPad {...line} {...{ info, hint, aspect }} key={info.shape.join()} />
        ) : given && info ? (
          <SamplePicture label={t`Drawing`} info={info} values={given} />
        ) : isDrawable ? (
          <DrawingPad
            label={t`Drawing`}
            hint={hint}
            clearSignal={clearSignal}
            initialInk={initialInk}
            onInk={onInk}
          />
        ) : (
          <p className={styles.empty} style={{ aspectRatio: info ? sampleAspect(info.shape) : 1 }}>
            {hint}
          </p>
        )}
      </div>
      <figcaption className={styles.caption}>
        <span>{caption}</span>
        {line?.onTestSample && (
          <TextButton
            explanation={testSampleExplanation}
            onClick={line.onTestSample}
          >{t`Test sample`}</TextButton>
        )}
        <TextButton
          explanation={props.fileExplanation}
          onClick={() => input.current?.click()}
        >{t`Choose a file`}</TextButton>
        <input
          ref={input}
          type="file"
          hidden
          accept={accepts}
          aria-label={t`File for the drawing pad`}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onTake(file, file.name);
            // The same file can be chosen again.
            currentTarget.value = '';
          }}
        />
      </figcaption>
    </figure>
  );
}

// Files dropped anywhere on the page or pasted outside of a text field, and what the page shows while they hover over it.
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../../../session/hooks/session-context';
import { texts } from '../words';
import { droppedFiles, pastedFiles } from './arrived-files';
import styles from './file-arrival.module.css';

export function FileArrival() {
  const { importing } = useSession();
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    /** Elements entered and not left: the pointer crosses many of them on its way. */
    let depth = 0;
    const leave = () => {
      depth = 0;
      setIsOver(false);
    };
    function on<Type extends keyof WindowEventMap>(
      type: Type,
      listener: (event: WindowEventMap[Type]) => void,
    ) {
      addEventListener(type, listener, { signal });
    }
    on('dragenter', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth++;
      setIsOver(true);
    });
    on('dragover', (event) => {
      if (!hasFiles(event)) return;
      // A part of the page that takes the file itself.
      const isTaken = event.defaultPrevented;
      setIsOver(!isTaken);
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'copy';
    });
    on('dragleave', (event) => {
      if (hasFiles(event) && --depth <= 0) leave();
    });
    on('drop', (event) => {
      if (!hasFiles(event)) return;
      leave();
      if (event.defaultPrevented) return;
      event.preventDefault();
      void importing.open(droppedFiles(event.dataTransfer!));
    });
    on('paste', (event) => {
      if (event.clipboardData === null || isTextField(event.target)) return;
      const files = pastedFiles(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      void importing.open(files);
    });
    return () => ended.abort();
  }, [importing]);

  return isOver ? <DropOverlay /> : null;
}

/** A popover stands above a dialog that is open. */
function DropOverlay() {
  const overlay = useRef<HTMLDivElement>(null);
  useEffect(() => overlay.current?.showPopover(), []);
  return (
    <div ref={overlay} popover="manual" className={styles.overlay} role="status">
      <div className={styles.card}>
        <Download size={28} aria-hidden="true" />
        <span className={styles.title}>{texts.dropNow}</span>
        <span>{texts.dropDetail}</span>
      </div>
    </div>
  );
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !/^(range|radio|checkbox|button|file)$/.test(target.type);
}

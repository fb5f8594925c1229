// Import: a button with a file field behind it, and the list as a place to drop files on. What reads the files is loaded then.
import { Upload } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { runName } from '../../session/archive/run-name';
import type { Session } from '../../session/session';
import { useSession } from '../../session/hooks/session-context';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { Notice } from '../../ui/controls/notice/notice';
import { failureText } from './failure-words';
import { addedText, notKeptText, texts } from './words';
import styles from './run-export.module.css';

interface Told {
  readonly problems: readonly string[];
  readonly news: readonly string[];
}

const nothing: Told = { problems: [], news: [] };

interface RunImportProps {
  /** The list, with the button in it. */
  children: (button: ReactNode) => ReactNode;
}

export function RunImport({ children }: RunImportProps) {
  const session = useSession();
  const field = useRef<HTMLInputElement>(null);
  const [isReading, setIsReading] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const [told, setTold] = useState<Told>(nothing);

  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    setIsReading(true);
    setTold(nothing);
    setTold(await read(session, files));
    setIsReading(false);
  }

  const button = (
    <>
      <TextButton
        look="plain"
        icon={Upload}
        disabled={isReading}
        explanation={texts.importExplanation}
        onClick={() => field.current?.click()}
      >
        {texts.import}
      </TextButton>
      <input
        ref={field}
        type="file"
        multiple
        accept=".hourglass,.zip,.safetensors,.json,.bin"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={texts.chooseFiles}
        onChange={({ currentTarget }) => {
          void take([...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );

  return (
    <div
      className={styles.place}
      // The page takes files that are dropped anywhere as data: not those that are dropped here.
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setIsOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setIsOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setIsOver(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      <div className={styles.messages}>
        {isReading && <p role="status">{texts.importing}</p>}
        {told.problems.map((problem) => (
          <Notice key={problem} kind="error" message={problem} />
        ))}
        {told.news.length > 0 && (
          <p role="status" className={styles.news}>
            {told.news.join(' ')}
          </p>
        )}
      </div>
      {children(button)}
      {isOver && <div className={styles.drop}>{texts.dropHere}</div>}
    </div>
  );
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}

async function read(session: Session, files: readonly File[]): Promise<Told> {
  try {
    const { importRuns } = await import('../../session/run-files/exchange/import-runs');
    const { added, failures, notKept } = await importRuns(
      session,
      files.map((file) => ({ name: file.name, blob: file })),
    );
    return {
      problems: [...failures.map(failureText), ...(notKept.length > 0 ? [notKeptText(notKept)] : [])],
      news: added.map((one) => addedText(one, runName(one.entry))),
    };
  } catch {
    return { problems: [texts.notRead], news: [] };
  }
}

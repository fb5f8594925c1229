// Where files are chosen: buttons, a place to drop them, and what can be added.
import { FolderOpen, Upload } from 'lucide-react';
import { useEffect, useRef, type ChangeEvent, type ReactNode, type Ref } from 'react';
import { useSession } from '../../session/hooks/session-context';
import { chosenFiles } from './arrival/arrived-files';
import { Microphone } from './microphone/microphone';
import { OwnDataList } from './own-data/own-data-list';
import styles from './start-view.module.css';
import { accepted, texts } from './words';

/** Phones choose no folders. */
const canChooseFolders = 'webkitdirectory' in HTMLInputElement.prototype;

export function StartView() {
  const files = useRef<HTMLInputElement>(null);
  useEffect(() => files.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <div className={styles.drop}>
        <div className={styles.buttons}>
          <FileButton
            ref={files}
            label={texts.chooseFiles}
            icon={<Upload size={16} aria-hidden="true" />}
            isMain
          />
          {canChooseFolders && (
            <FileButton
              label={texts.chooseFolder}
              icon={<FolderOpen size={16} aria-hidden="true" />}
              isFolder
            />
          )}
          <Microphone />
        </div>
        <p className={styles.hint}>{texts.drop}</p>
      </div>
      <OwnDataList />
      <dl className={styles.accepted}>
        {accepted.map(({ what, how }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface FileButtonProps {
  label: string;
  icon: ReactNode;
  isMain?: boolean;
  isFolder?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** The browser's own file field, under a label that looks like a button. */
function FileButton({ label, icon, isMain = false, isFolder = false, ref }: FileButtonProps) {
  const { importing } = useSession();
  function onChange({ target }: ChangeEvent<HTMLInputElement>) {
    if (target.files && target.files.length > 0) void importing.open(chosenFiles(target.files));
    target.value = ''; // the same file can be chosen again
  }
  return (
    <label className={isMain ? styles.mainButton : styles.button}>
      {icon}
      <span>{label}</span>
      <input
        ref={ref}
        type="file"
        className="visually-hidden"
        multiple
        {...(isFolder ? { webkitdirectory: '' } : {})}
        onChange={onChange}
      />
    </label>
  );
}

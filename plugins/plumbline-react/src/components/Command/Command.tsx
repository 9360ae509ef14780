import type { Command as CommandValue } from '@plumbline/backstage-plugin-plumbline-common';
import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiCloseLine, RiFileCopyLine } from '@remixicon/react';
import { useCopy } from '../../hooks';
import styles from './Command.module.css';

const ICONS = {
  idle: RiFileCopyLine,
  copied: RiCheckLine,
  failed: RiCloseLine,
};
const COPY_LABELS = {
  idle: 'Copy command',
  copied: 'Copied',
  failed: 'Could not copy',
};

/**
 * A reconstructed command, copyable, with how sure its text is and what could not be known.
 *
 * @public
 */
export function Command(props: { command: CommandValue }) {
  const { text, confidence, missing } = props.command;
  return (
    <div>
      <CommandLine text={text} note={confidence} />
      {missing.length > 0 && (
        <p className={styles.missing}>Not recorded: {missing.join(', ')}</p>
      )}
    </div>
  );
}

/**
 * A command to run, copyable.
 *
 * @public
 */
export function CommandLine(props: {
  text: string;
  /** Small word behind the command. */
  note?: string;
}) {
  const [state, copy] = useCopy();
  const Icon = ICONS[state];
  return (
    <div className={styles.command}>
      <code className={styles.text}>{props.text}</code>
      {props.note && <span className={styles.note}>{props.note}</span>}
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<Icon />}
        aria-label={COPY_LABELS[state]}
        onPress={() => copy(props.text)}
      />
    </div>
  );
}

/**
 * A command inside a row: two lines at most, its confidence only when it is not exact.
 *
 * @public
 */
export function CommandText(props: { command: CommandValue }) {
  const { text, confidence } = props.command;
  return (
    <span className={styles.inline} title={text}>
      <code>{text}</code>
      {confidence !== 'exact' && (
        <span className={styles.confidence}> {confidence}</span>
      )}
    </span>
  );
}

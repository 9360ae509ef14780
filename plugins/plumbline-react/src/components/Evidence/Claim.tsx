import { readableTimes } from '../TimeText';
import styles from './Evidence.module.css';

/**
 * A claim in one sentence, in which names stand out. The words must be those that its level allows.
 *
 * @public
 */
export function Claim(props: {
  text: string;
  names: string[];
  /** Stands beside the claim, which then does not repeat it. */
  command?: string;
}) {
  const { text, names, command } = props;
  const told = command ? text.replace(` with ${command}`, '') : text;
  return (
    <p className={styles.claim}>
      {splitAtNames(readableTimes(told), names).map((part, index) =>
        names.includes(part) ? <b key={index}>{part}</b> : part,
      )}
    </p>
  );
}

function splitAtNames(text: string, names: string[]): string[] {
  return names.reduce<string[]>(
    (parts, name) =>
      parts.flatMap(part =>
        names.includes(part)
          ? [part]
          : part
              .split(name)
              .flatMap((piece, index) => (index ? [name, piece] : [piece])),
      ),
    [text],
  );
}

import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import type { CauseDescription } from './describeCause';
import styles from './Evidence.module.css';

/**
 * The claim in one sentence, as strong as its level; names stand out.
 *
 * @internal
 */
export function Claim(props: { finding: Finding; cause: CauseDescription }) {
  const { finding, cause } = props;
  const names = finding.attribution?.principals ?? [];
  const text =
    cause.level === 'git-commit'
      ? `${cause.who} changed Git in ${cause.detail}; live still has the older value.`
      : finding.attribution?.wording ?? `${cause.who}. ${cause.detail ?? ''}`;
  return (
    <p className={styles.claim}>
      {splitAtNames(text, names).map((part, index) =>
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

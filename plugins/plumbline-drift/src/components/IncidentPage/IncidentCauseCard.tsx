import { Button, Link } from '@backstage/ui';
import type {
  Attribution,
  CommitCause,
  Finding,
  Incident,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  Claim,
  Command,
  LevelBadge,
  readableTimes,
  SectionCard,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { causeCommands } from '../../incidents/causeCommands';
import {
  causeClaims,
  crossChecks,
  describeWrites,
} from '../../incidents/causeFacts';
import styles from './IncidentPage.module.css';

/**
 * Why the incident is there: at the weakest level among its fields, with every command that is known.
 *
 * @internal
 */
export function IncidentCauseCard(props: {
  incident: Incident;
  /** Opens the evidence for a field. */
  onShowEvidence: (finding: Finding) => void;
}) {
  const { incident, onShowEvidence } = props;
  const { cause, findings, grouping, level } = incident;
  const claims = causeClaims(incident);
  const [evident] = findings.filter(finding => finding.attribution);
  return (
    <SectionCard
      title={
        <>
          Cause <LevelBadge level={level} />
        </>
      }
      aside={describeWrites(findings)}
    >
      <div className={styles.stack}>
        {cause && 'commit' in cause && <CommitClaim cause={cause} />}
        {claims.map(claim => (
          <LevelledClaim key={claim.wording} claim={claim} level={level} />
        ))}
        {!cause && claims.length === 0 && (
          <p className={styles.claim}>
            No evidence of who or what. First seen{' '}
            <TimeText time={incident.openedAt} />.
          </p>
        )}
        {causeCommands(findings).map(command => (
          <Command key={command.text} command={command} />
        ))}
        {grouping && findings.length > 1 && (
          <p className={styles.small}>
            One incident: {readableTimes(grouping.text)}
          </p>
        )}
        <div className={styles.checks}>
          <CrossChecks findings={findings} />
          {evident && (
            <Button
              size="small"
              variant="tertiary"
              onPress={() => onShowEvidence(evident)}
            >
              Show evidence
            </Button>
          )}
        </div>
      </div>
    </SectionCard>
  );
}

/** A name never stands under the badge of another level than its own. */
function LevelledClaim(props: {
  claim: Attribution;
  level: Incident['level'];
}) {
  const { claim, level } = props;
  return (
    <div>
      {claim.level !== level && <LevelBadge level={claim.level} />}
      <Claim
        text={sentenceOf(claim)}
        names={claim.principals}
        command={claim.command?.text}
      />
    </div>
  );
}

/** A sentence that begins with no name begins with a capital. */
function sentenceOf({ wording, principals }: Attribution): string {
  return principals.some(name => wording.startsWith(name))
    ? wording
    : wording.charAt(0).toUpperCase() + wording.slice(1);
}

function CommitClaim(props: { cause: CommitCause }) {
  const { commit, author, message, time, url } = props.cause;
  const sha = commit.slice(0, 7);
  return (
    <p className={styles.claim}>
      Git was changed in{' '}
      {url ? <Link href={url}>{sha}</Link> : <code>{sha}</code>} {message} by{' '}
      {author ?? 'an unknown author'}
      {time && (
        <>
          , <TimeText time={time} />
        </>
      )}
      ; live still has the older value.
    </p>
  );
}

function CrossChecks(props: { findings: Finding[] }) {
  const checks = crossChecks(props.findings);
  if (checks.length === 0) {
    return null;
  }
  return (
    <ul aria-label="Cross-checks">
      {checks.map(check => (
        <li key={check.text} data-holds={check.holds}>
          {check.holds ? (
            <RiCheckLine size={14} aria-label="Holds:" role="img" />
          ) : (
            <RiCloseLine size={14} aria-label="Missing:" role="img" />
          )}
          <span>{readableTimes(check.text)}</span>
        </li>
      ))}
    </ul>
  );
}

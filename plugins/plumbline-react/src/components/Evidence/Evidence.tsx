import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import { Link } from '@backstage/ui';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { DateTime } from 'luxon';
import type { ReactNode } from 'react';
import { Command } from '../Command';
import { LEVEL_WORDS, LevelBadge } from '../LevelBadge';
import { formatDuration, readableTimes, TimeText } from '../TimeText';
import { Claim } from './Claim';
import { type CauseDescription, describeCause } from './describeCause';
import styles from './Evidence.module.css';
import { fieldTimeline } from './fieldTimeline';

/**
 * Everything that stands behind the cause of one difference: claim, command, why this level, the API server's own
 * record, the field's past and the raw events.
 *
 * @public
 */
export function Evidence(props: {
  finding: Finding;
  /** Address of a stored audit event; without it ids are shown as text. */
  eventHref?: (eventId: string) => string;
}) {
  const { finding, eventHref } = props;
  const { attribution, owner, source } = finding;
  const cause = describeCause(finding);
  const checks = attribution?.evidence ?? [];
  const eventIds = eventIdsOf(finding);
  return (
    <>
      <EvidenceSection>
        <p className={styles.level}>
          <LevelBadge level={cause.level} />
          {eventIds.length > 0 && <span>by audit event</span>}
        </p>
        <Claim
          text={claimText(finding, cause)}
          names={attribution?.principals ?? []}
          command={attribution?.command?.text}
        />
        {attribution?.command && <Command command={attribution.command} />}
      </EvidenceSection>
      {checks.length > 0 && (
        <EvidenceSection
          title={`Why ${LEVEL_WORDS[cause.level].toLowerCase()}`}
        >
          <ul className={styles.checks}>
            {checks.map((check, index) => (
              <li key={index} data-holds={check.holds}>
                {check.holds ? (
                  <RiCheckLine size={16} aria-label="Holds:" role="img" />
                ) : (
                  <RiCloseLine size={16} aria-label="Missing:" role="img" />
                )}
                <span>{readableTimes(check.text)}</span>
              </li>
            ))}
          </ul>
        </EvidenceSection>
      )}
      {source && (
        <EvidenceSection title="In Git">
          <p className={styles.source}>
            {source.url ? (
              <Link href={source.url}>{sourceText(source)}</Link>
            ) : (
              sourceText(source)
            )}
          </p>
        </EvidenceSection>
      )}
      {owner && (
        <EvidenceSection title="Cross-check: managedFields">
          <dl className={styles.facts}>
            <dt>Manager</dt>
            <dd className={styles.mono}>
              {[owner.manager, owner.operation, owner.subresource]
                .filter(Boolean)
                .join(' · ')}
            </dd>
            {owner.time && (
              <>
                <dt>Time</dt>
                <dd>
                  <TimeText time={owner.time} />
                  {attribution?.time &&
                    ` (${timeApart(owner.time, attribution.time)} apart)`}
                </dd>
              </>
            )}
            <dt>Means</dt>
            <dd>
              A tool, not a person. A person comes from an audit event only.
            </dd>
          </dl>
        </EvidenceSection>
      )}
      <EvidenceSection title="Timeline of this field">
        <dl className={styles.facts}>
          {fieldTimeline(finding).map(moment => (
            <div key={`${moment.time} ${moment.text}`} className={styles.fact}>
              <dt>
                <TimeText time={moment.time} />
              </dt>
              <dd>{moment.text}</dd>
            </div>
          ))}
        </dl>
      </EvidenceSection>
      {eventIds.length > 0 && (
        <EvidenceSection title="Raw events">
          <ul className={styles.events}>
            {eventIds.map(id => (
              <li key={id} className={styles.mono}>
                {eventHref ? <Link href={eventHref(id)}>{id}</Link> : id}
              </li>
            ))}
          </ul>
        </EvidenceSection>
      )}
    </>
  );
}

/**
 * One part of a drawer, below a hairline.
 *
 * @public
 */
export function EvidenceSection(props: {
  title?: string;
  children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      {props.title && <h3 className={styles.heading}>{props.title}</h3>}
      {props.children}
    </section>
  );
}

function eventIdsOf(finding: Finding): string[] {
  const { eventIds = [], evidence = [] } = finding.attribution ?? {};
  const ids = [...eventIds, ...evidence.map(check => check.eventId)];
  return [...new Set(ids.filter(id => id !== undefined))];
}

function claimText(finding: Finding, cause: CauseDescription): string {
  if (cause.level === 'git-commit') {
    return `${cause.who} changed Git in ${cause.detail}; live still has the older value.`;
  }
  return (
    finding.attribution?.wording ??
    [cause.who, cause.detail].filter(Boolean).join('. ')
  );
}

function sourceText(source: NonNullable<Finding['source']>): string {
  return source.line ? `${source.file}:${source.line}` : source.file;
}

function timeApart(left: string, right: string): string {
  const seconds = DateTime.fromISO(left)
    .diff(DateTime.fromISO(right), 'seconds')
    .as('seconds');
  return formatDuration(Math.abs(seconds));
}

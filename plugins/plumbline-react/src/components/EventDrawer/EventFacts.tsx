import type { AuditEventDetail } from '@plumbline/backstage-plugin-plumbline-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { DateTime } from 'luxon';
import type { ReactNode } from 'react';
import { EntityLink } from '../EntityLink';
import { ResultBadge } from './ResultBadge';
import styles from './EventDrawer.module.css';

function Fact(props: { term: string; children?: ReactNode }) {
  return props.children ? (
    <>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </>
  ) : null;
}

function objectText(detail: AuditEventDetail): string | undefined {
  const { object } = detail.event;
  if (!object) {
    return undefined;
  }
  const resource = object.subresource
    ? `${object.resource}/${object.subresource}`
    : object.resource;
  return [
    object.kind ?? resource,
    object.namespace && `${object.namespace} /`,
    object.name,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What is known of a request, one line each; what is not recorded has no line. @internal */
export function EventFacts(props: { detail: AuditEventDetail }) {
  const { detail } = props;
  const { event } = detail;
  const { entityRef, candidates, reason } = event.entity;
  const time = DateTime.fromISO(event.time);
  return (
    <dl className={styles.facts}>
      <Fact term="Time">
        <time dateTime={event.time}>
          {time.toFormat('d LLL, HH:mm:ss.SSS ZZZZ', { locale: 'en-GB' })}
        </time>
      </Fact>
      <Fact term="Cluster">{event.cluster}</Fact>
      <Fact term="Result">
        <ResultBadge event={event} />
        {detail.durationMs !== undefined && (
          <span className={styles.muted}> in {detail.durationMs} ms</span>
        )}
      </Fact>
      <Fact term="Object">{objectText(detail)}</Fact>
      <Fact term="Entity">
        {entityRef ? <EntityLink entityRef={entityRef} /> : 'none'}
        <span className={styles.muted}> {reason}</span>
        {candidates.length > 0 && (
          <span className={styles.muted}>
            {' '}
            Candidates:{' '}
            {candidates.map(ref => parseEntityRef(ref).name).join(', ')}
          </span>
        )}
      </Fact>
      {event.rules.map(rule => (
        <Fact key={rule.id} term="Rule">
          {rule.title}
          {rule.points !== undefined && `, ${rule.points} points`}
          <span className={styles.muted}> {rule.message}</span>
        </Fact>
      ))}
      <Fact term="On behalf of">{event.actor.onBehalfOf}</Fact>
      <Fact term="Client">{detail.userAgent}</Fact>
      <Fact term="Address">{detail.sourceIP}</Fact>
      <Fact term="Field manager">{detail.fieldManager}</Fact>
      <Fact term="Request">
        {detail.requestURI && <code>{detail.requestURI}</code>}
      </Fact>
      <Fact term="Stage">
        {event.stage}, level {event.level}
      </Fact>
      <Fact term="When read">{detail.flags?.join(', ')}</Fact>
    </dl>
  );
}

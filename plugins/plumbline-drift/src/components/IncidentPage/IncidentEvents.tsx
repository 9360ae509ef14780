import type { IncidentDetail } from '@plumbline/backstage-plugin-plumbline-common';
import { useState } from 'react';
import { IncidentTimeline } from '../IncidentTimeline';
import { RelatedEvents } from './RelatedEvents';

/**
 * The timeline and the requests below it. What is under the pointer or the focus in one is marked in the other.
 *
 * @internal
 */
export function IncidentEvents(props: { detail: IncidentDetail }) {
  const { detail } = props;
  const [lit, setLit] = useState<string>();
  return (
    <>
      <IncidentTimeline detail={detail} lit={lit} onLight={setLit} />
      <RelatedEvents
        events={detail.events}
        incident={detail.incident}
        lit={lit}
        onLight={setLit}
      />
    </>
  );
}

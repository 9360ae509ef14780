import { useRouteRef } from '@backstage/core-plugin-api';
import type { TimelineItem } from '@plumbline/backstage-plugin-plumbline-common';
import { useNavigate } from 'react-router-dom';
import { useAuditEventHref } from '../../hooks/useAuditEventHref';
import { incidentRouteRef } from '../../routes';

/**
 * @returns a function that opens what stands behind an item: its audit event, its commit, or the incident it belongs to.
 * @internal
 */
export function useOpenTimelineItem(): (item: TimelineItem) => void {
  const navigate = useNavigate();
  const eventHref = useAuditEventHref();
  const incidentHref = useRouteRef(incidentRouteRef);
  return ({ eventId, commit, incident }) => {
    if (eventId && eventHref) {
      navigate(eventHref(eventId));
    } else if (commit?.url) {
      window.open(commit.url, '_blank', 'noopener,noreferrer');
    } else if (incident) {
      navigate(incidentHref({ id: incident.id }));
    }
  };
}

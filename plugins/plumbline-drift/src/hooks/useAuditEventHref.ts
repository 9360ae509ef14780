import { useRouteRef } from '@backstage/core-plugin-api';
import { auditRouteRef } from '../routes';

/**
 * @returns a function that gives the address of a stored audit event, or `undefined` where no audit page is installed.
 * @internal
 */
export function useAuditEventHref(): ((eventId: string) => string) | undefined {
  const auditRoute = useRouteRef(auditRouteRef);
  return (
    auditRoute &&
    (eventId => `${auditRoute()}?${new URLSearchParams({ event: eventId })}`)
  );
}

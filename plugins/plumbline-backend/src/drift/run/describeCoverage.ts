import type { AuditStore } from '../../audit';

/** Says what the audit log of a cluster can give as evidence. */
export async function describeCoverage(
  audit: Pick<AuditStore, 'feeds'>,
  cluster: string,
): Promise<string> {
  const feeds = await audit.feeds();
  const feed = feeds.find(item => item.cluster === cluster);
  if (!feed || feed.stored === 0) {
    return 'No audit events: who changed something cannot be known';
  }
  return feed.quarantined > 0
    ? `Audit events arrive; ${feed.quarantined} could not be read`
    : 'Audit events arrive';
}

import { AuditDouble, scaleEvent } from '../__testUtils__/driftFixture';
import type { DeclaredObject } from './declaredObject';
import { readEvidence } from './ObjectEvidence';

const declared = {
  apiGroup: 'apps',
  namespace: 'payments',
  name: 'payments-api',
  resource: { plural: 'deployments' },
} as DeclaredObject;
const NOW = Date.parse('2026-11-20T10:00:00Z');

describe('the stored event of a request', () => {
  it('is told by its time where a client chose an audit ID that is there already', async () => {
    const audit = new AuditDouble();
    const [first, second] = [NOW - 20_000, NOW - 10_000].map((time, i) => {
      const stored = scaleEvent({ time, id: `${i}` });
      return { ...stored, event: { ...stored.event, auditID: 'chosen' } };
    });
    audit.events.push(first, second);
    const { find } = await readEvidence(audit, 'prod-eu', declared, NOW);
    expect(find('chosen', first.event.time)?.id).toBe(first.id);
    expect(find('chosen', second.event.time)?.id).toBe(second.id);
    expect(find('chosen')).toBeUndefined();
    expect(find('other')).toBeUndefined();
  });
});

import { attributionOf, findingOf } from '../../__testUtils__/findings';
import type { FindingRecord, TargetRecord } from '../../records';
import { beginOf } from '../beginOf';
import { recommend } from './recommend';

const MINUTE = 60_000;
const WRITTEN = Date.parse('2026-11-20T14:00:00Z');

const target: TargetRecord = {
  id: 't',
  entityRef: 'component:default/payments-api',
  cluster: 'prod-eu',
  namespace: 'payments',
  location: 'file:shop',
  path: '.',
  renderer: undefined,
  problem: undefined,
};

const source = {
  file: 'deploy/prod/all.yaml',
  commit: { sha: '4f2c9e1d00', time: WRITTEN },
};
const byHand = (change: Partial<FindingRecord> = {}) =>
  findingOf({
    source,
    attribution: attributionOf('proven'),
    firstSeenAt: WRITTEN + 60 * MINUTE,
    ...change,
  });

function recommended(
  findings: FindingRecord[],
  minutes: number,
  unverifiedSince?: number,
) {
  return recommend({
    incident: { state: 'open', unverifiedSince, begin: beginOf(findings) },
    findings,
    target,
    objects: new Map(),
    managers: {},
    now: WRITTEN + minutes * MINUTE,
    interval: 10 * MINUTE,
  });
}

describe('recommend', () => {
  it('looks at when it was written, not at when it was seen', () => {
    expect(recommended([byHand()], 29)?.id).toBe('monitor');
    expect(recommended([byHand()], 61)).toEqual({
      rule: 9,
      reason:
        'Changed by jane@example.com (proven), 1 h ago, beyond the 30 min of grace',
      id: 'reconcile',
      text: expect.stringContaining('decide which side is right'),
      command: 'kubectl apply -f deploy/prod/all.yaml -n payments',
    });
  });

  describe('of what a tool wrote before anybody looked', () => {
    const seen = (ownedAt: string) =>
      findingOf({
        source,
        attribution: attributionOf('tool-only'),
        firstSeenAt: WRITTEN,
        owner: { manager: 'kubectl-edit', operation: 'Update', time: ownedAt },
      });

    it('counts from the last write of its manager', () => {
      expect(recommended([seen('2026-11-16T14:00:00Z')], 1)).toMatchObject({
        rule: 9,
        reason:
          'Changed by kubectl-edit, person unknown, at least 4 d ago, beyond the 30 min of grace',
      });
      expect(recommended([seen('2026-11-20T13:31:00Z')], 1)?.id).toBe(
        'reconcile',
      );
    });

    it('waits while that was just now', () => {
      expect(recommended([seen('2026-11-20T13:31:01Z')], 1)?.text).toContain(
        'less than 30 min ago',
      );
    });
  });

  it('waits for a sync, but not for ever', () => {
    const ahead = [findingOf({ direction: 'git-ahead', source })];
    expect(recommended(ahead, 19)).toEqual({
      rule: 3,
      reason: 'It has waited for 19 min, less than two checks (20 min)',
      id: 'monitor',
      text: 'Git is ahead: wait for the sync of commit 4f2c9e1',
    });
    expect(recommended(ahead, 21)?.id).toBe('investigate');
  });

  it('says first that it cannot be compared', () => {
    expect(recommended([byHand()], 61, WRITTEN)?.text).toContain(
      'cannot be compared now',
    );
  });

  it.each<[string, string, Partial<FindingRecord>]>([
    ['investigate', 'security', { severity: 'critical' }],
    ['investigate', 'A person deleted it', { type: 'object-missing' }],
    [
      'reconcile',
      'restore it',
      { type: 'object-missing', attribution: undefined },
    ],
    ['investigate', 'does not declare it', { type: 'object-unexpected' }],
    ['reconcile', 'prune it', { type: 'stale', attribution: undefined }],
    [
      'investigate',
      'find out what did',
      { severity: 'high', attribution: undefined },
    ],
    ['monitor', 'Low impact', { severity: 'low', attribution: undefined }],
  ])('says %s: %s', (id, text, change) => {
    const answer = recommended([byHand(change)], 61);
    expect(answer?.id).toBe(id);
    expect(answer?.text).toContain(text);
  });

  it('gives the footprint of a tool a day', () => {
    const left = [byHand({ path: 'spec.ephemeralContainers[name=debug]' })];
    expect(recommended(left, 23 * 60)?.id).toBe('monitor');
    expect(recommended(left, 25 * 60)?.id).toBe('reconcile');
  });

  it('quotes what a shell would read otherwise', () => {
    const odd = byHand({ source: { file: "it's; rm -rf.yaml" } });
    expect(recommended([odd], 61)?.command).toBe(
      "kubectl apply -f 'it'\\''s; rm -rf.yaml' -n payments",
    );
  });
});

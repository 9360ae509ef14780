import { mockServices } from '@backstage/backend-test-utils';
import { DriftScheduler } from './DriftScheduler';
import type { TargetRecord } from './records';

const target = (id: string, isNew = false): TargetRecord => ({
  id,
  entityRef: `component:default/${id}`,
  cluster: 'prod-eu',
  namespace: 'payments',
  location: 'file:shop',
  path: '.',
  renderer: undefined,
  problem: undefined,
  look: isNew
    ? undefined
    : {
        lookedAt: 1,
        notes: [],
        objectsTotal: 0,
        objectsCompared: 0,
        unverifiable: 0,
      },
});

function scheduler(run: (id: string) => Promise<void>) {
  const logger = mockServices.logger.mock();
  const subject = new DriftScheduler({
    targets: {
      syncAll: async () => [target('a'), target('b', true), target('c')],
    },
    runner: { run },
    states: { lapseDue: async () => 0 },
    logger,
    concurrency: 2,
  });
  return { subject, logger };
}

describe('DriftScheduler', () => {
  it('looks at all targets, a few at a time', async () => {
    const seen: string[] = [];
    let active = 0;
    let most = 0;
    const { subject } = scheduler(async id => {
      active += 1;
      most = Math.max(most, active);
      await new Promise(resolve => setTimeout(resolve, 10));
      active -= 1;
      seen.push(id);
    });
    await subject.lookAtAll();
    expect(seen.sort()).toEqual(['a', 'b', 'c']);
    expect(most).toBe(2);
  });

  it('looks at new targets without waiting for the next round', async () => {
    const seen: string[] = [];
    await scheduler(async id => void seen.push(id)).subject.lookAtNew();
    expect(seen).toEqual(['b']);
  });

  it('goes on with the others when one fails', async () => {
    const seen: string[] = [];
    const { subject, logger } = scheduler(async id => {
      if (id === 'a') {
        throw new Error('connection lost');
      }
      seen.push(id);
    });
    await subject.lookAtAll();
    expect(seen.sort()).toEqual(['b', 'c']);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('connection lost'),
    );
  });

  it('begins no further look when it is told to stop', async () => {
    const seen: string[] = [];
    const { subject } = scheduler(async id => void seen.push(id));
    await subject.lookAtAll(AbortSignal.abort());
    expect(seen).toEqual([]);
  });
});

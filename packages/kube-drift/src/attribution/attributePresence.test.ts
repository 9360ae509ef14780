import { asLive, deployment, lastApplied } from '../fixtures/objects';
import { judge, request, scale, scaledLive } from '../fixtures/requests';

describe('an object that was written to after it was deleted', () => {
  const held = asLive(deployment(), {
    deletionTimestamp: '2026-01-02T10:00:00Z',
    finalizers: ['example.com/hold'],
  });
  const release = request({
    user: 'omar@example.com',
    at: '10:05:00',
    body: { metadata: { finalizers: null } },
  });

  it('waited for its finalizers, as the answer shows', () => {
    const remove = request({ verb: 'delete', body: {}, answer: held });
    expect(judge(undefined, [remove, release]).attribution).toMatchObject({
      level: 'proven',
      principals: ['jane@example.com'],
    });
  });

  it('was perhaps not really deleted, where no answer is recorded', () => {
    const remove = request({ verb: 'delete' });
    expect(judge(undefined, [remove, release]).attribution).toMatchObject({
      level: 'likely',
      principals: ['jane@example.com'],
    });
  });

  it('is gone by the delete that followed, unless it waited', () => {
    const tried = request({ verb: 'delete' });
    const second = request({
      verb: 'delete',
      user: 'omar@example.com',
      at: '10:30:00',
    });
    expect(
      judge(undefined, [tried, release, second]).attribution.principals,
    ).toEqual(['omar@example.com']);
  });
});

it('an object made anew has its values from its maker, though they were the same before', () => {
  const live = scaledLive(3);
  expect(
    judge(live, [
      scale(3),
      request({ verb: 'delete', body: {}, at: '10:10:00' }),
      request({
        user: 'omar@example.com',
        verb: 'create',
        at: '10:11:00',
        body: live,
        answer: live,
      }),
    ]).attribution,
  ).toMatchObject({ level: 'proven', principals: ['omar@example.com'] });
});

describe('an object made anew', () => {
  const labelled = asLive(deployment());
  const bare = (creationTimestamp: string) => {
    const live = asLive(deployment(), {
      annotations: lastApplied(deployment()),
      creationTimestamp,
    });
    live.metadata = { ...live.metadata, labels: {} };
    return live;
  };
  const unlabel = request({
    at: '10:00:00',
    body: { metadata: { labels: { app: null } } },
    answer: bare('2026-01-01T00:00:00Z'),
  });
  const before = request({ verb: 'get', at: '08:59:00', answer: labelled });

  it('lacks what its maker left out, though it was gone before', () => {
    const live = bare('2026-01-02T10:11:00Z');
    const { path, attribution } = judge(live, [
      before,
      unlabel,
      request({ verb: 'delete', body: {}, at: '10:10:00' }),
      request({
        user: 'omar@example.com',
        verb: 'create',
        at: '10:11:00',
        body: live,
        answer: live,
      }),
    ]);
    expect(path).toBe('metadata.labels.app');
    expect(attribution).toMatchObject({
      level: 'proven',
      principals: ['omar@example.com'],
    });
  });

  it('is not what somebody made of its forerunner', () => {
    expect(
      judge(bare('2026-01-02T10:11:00Z'), [before, unlabel]).attribution,
    ).toMatchObject({ level: 'none', principals: [] });
  });
});

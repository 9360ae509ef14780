import { asLive, configMap, lastApplied } from '../fixtures/objects';
import { judge, request } from '../fixtures/requests';
import { fields } from '../path/segment';
import { canReach } from './toolReach';

describe('what kubectl commands can write', () => {
  it.each([
    ['kubectl-label', ['metadata', 'labels', 'tier'], true],
    ['kubectl-label', ['metadata', 'labels'], true],
    ['kubectl-label', ['metadata', 'annotations', 'note'], false],
    ['kubectl-set', ['spec', 'template', 'spec', 'containers'], true],
    ['kubectl-set', ['spec', 'replicas'], false],
    ['kubectl-set', ['metadata', 'labels', 'tier'], false],
    ['kubectl-rollout', ['spec', 'paused'], true],
    ['kubectl-rollout', ['spec', 'template', 'spec', 'containers'], false],
    ['kubectl-edit', ['spec', 'replicas'], true],
    ['a-tool-of-ones-own', ['spec', 'replicas'], true],
  ])('%s and %j: %s', (manager, path, expected) => {
    const event = request({ query: `?fieldManager=${manager}` });
    expect(canReach(event, fields(...path))).toBe(expected);
  });

  const desired = configMap({ mode: 'fast' });
  const live = asLive(configMap({}), {
    annotations: lastApplied(configMap({ mode: 'fast' })),
  });
  const write = (user: string, manager: string) =>
    request({
      user,
      resource: 'configmaps',
      name: 'settings',
      query: `?fieldManager=${manager}`,
    });

  it('names nobody who cannot have removed the field', () => {
    expect(
      judge(live, [write('jane@example.com', 'kubectl-label')], { desired })
        .attribution,
    ).toMatchObject({ level: 'none', principals: [] });
  });

  it('does not make sure of one by what another calls a tool', () => {
    const { attribution } = judge(
      live,
      [
        write('jane@example.com', 'kubectl-label'),
        write('omar@example.com', 'kubectl-edit'),
      ],
      { desired },
    );
    expect(attribution).toMatchObject({
      level: 'ambiguous',
      principals: ['jane@example.com', 'omar@example.com'],
    });
  });
});

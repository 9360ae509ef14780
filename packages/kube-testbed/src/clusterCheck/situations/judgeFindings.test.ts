import { PortalFinding } from '../../portal/PortalApi';
import { judgeFindings } from './judgeFindings';
import { ExpectedFinding } from './Situation';

const wanted: ExpectedFinding = {
  object: 'Deployment/web',
  path: 'spec.replicas',
  type: 'changed',
  direction: ['live-changed'],
  level: ['proven'],
  principals: ['jane'],
  commandContains: ['--replicas=5'],
};

function found(changes: Partial<PortalFinding> = {}): PortalFinding {
  return {
    object: { kind: 'Deployment', name: 'web' },
    path: 'spec.replicas',
    type: 'changed',
    direction: 'live-changed',
    verdict: 'drift',
    attribution: {
      level: 'proven',
      principals: ['jane'],
      command: { text: 'kubectl scale deployment/web --replicas=5' },
    },
    ...changes,
  };
}

describe('judgeFindings', () => {
  it('has nothing to say when all is as it should be', () => {
    expect(judgeFindings([wanted], [found()])).toEqual([]);
    expect(
      judgeFindings(
        [],
        [found({ verdict: 'expected', attribution: undefined })],
      ),
    ).toEqual([]);
  });

  it('misses what is not shown', () => {
    expect(judgeFindings([wanted], [])).toEqual([
      'Deployment/web spec.replicas is not shown',
    ]);
  });

  it('names each fact that is wrong', () => {
    expect(
      judgeFindings(
        [wanted],
        [
          found({
            direction: 'unknown',
            attribution: { level: 'likely', principals: ['omar'] },
          }),
        ],
      ),
    ).toEqual([
      'Deployment/web spec.replicas: direction is unknown, not live-changed',
      'Deployment/web spec.replicas: level is likely, not proven',
      'Deployment/web spec.replicas: who is omar, not jane',
      'Deployment/web spec.replicas: the command is unknown, without --replicas=5',
    ]);
  });

  it('refuses drift that nobody caused', () => {
    expect(judgeFindings([], [found()])).toEqual([
      'Deployment/web spec.replicas drifts (proven jane) and should not',
    ]);
  });

  it('refuses a person where there is no cause to be named', () => {
    const uncaused = { ...wanted, level: [], principals: [] };
    const ahead = found({
      attribution: { level: 'strong', principals: ['jane'] },
    });
    expect(
      judgeFindings([{ ...uncaused, commandContains: undefined }], [ahead]),
    ).toEqual([
      'Deployment/web spec.replicas: level is strong, not none or tool-only',
    ]);
  });

  it('takes anything below a path that ends in a star', () => {
    const below = { ...wanted, path: 'metadata.labels*' };
    expect(
      judgeFindings([below], [found({ path: 'metadata.labels.debug' })]),
    ).toEqual([]);
  });
});

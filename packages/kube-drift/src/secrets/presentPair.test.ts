import { KubeObject } from '../yaml/readManifests';
import { presentPair } from './presentPair';

const secret = (data: Record<string, string>): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: 'db',
    uid: 'u1',
    managedFields: [],
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration':
        '{"data":{"password":"aHVudGVyMg=="}}',
    },
  },
  data,
});

describe('presentPair', () => {
  it('hides values and says which are the same', () => {
    const { desired, live } = presentPair(
      secret({ user: 'YWRtaW4=', password: 'aHVudGVyMg==' }),
      secret({ user: 'YWRtaW4=', password: 'aHVudGVyMw==' }),
    );
    for (const side of [desired, live]) {
      expect(side).toContain('user: <hidden, the same on both sides>');
      expect(side).toContain('password: <hidden, not the same on both sides>');
      expect(side).not.toMatch(/aHVudGVy|YWRtaW4|managedFields|uid/);
    }
  });

  it('hides stringData as the data that it becomes', () => {
    const { desired } = presentPair(
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'db' },
        stringData: { user: 'admin' },
      },
      secret({ user: 'YWRtaW4=' }),
    );
    expect(desired).toContain('user: <hidden, the same on both sides>');
    expect(desired).not.toContain('admin');
  });

  it('leaves a side out that is not there', () => {
    expect(presentPair(undefined, secret({})).desired).toBeUndefined();
  });
});

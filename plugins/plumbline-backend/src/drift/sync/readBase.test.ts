import {
  DesiredStateError,
  type DesiredState,
  type DriftTarget,
  type SyncState,
} from '../../desired';
import { readBase } from './readBase';

const NOW = 'a'.repeat(40);
const THEN = 'b'.repeat(40);

const stateAt = (sha: string): DesiredState => ({
  commit: { sha },
  renderer: 'plain',
  folder: '.',
  refused: [],
  errors: [],
  skipped: [],
  objects: [
    {
      object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: sha } },
      document: 0,
    },
  ],
});

const target = {} as DriftTarget;

const baseFor = (
  sync: Partial<SyncState> | undefined,
  read: (revision?: string) => DesiredState = revision =>
    stateAt(revision ?? NOW),
) =>
  readBase(
    { read: async (_, { revision } = {}) => read(revision) },
    target,
    stateAt(NOW),
    sync && {
      controller: 'Kustomization/flux-system/apps',
      automated: true,
      selfHeal: true,
      suspended: false,
      ...sync,
    },
  );

const named = (name: string) => [
  expect.objectContaining({ metadata: { name } }),
];

describe('readBase', () => {
  it('knows nothing without a revision', async () => {
    expect(await baseFor(undefined)).toEqual({});
    expect(await baseFor({})).toEqual({});
  });

  it('reads what was declared at the commit that was applied', async () => {
    expect(await baseFor({ revision: THEN })).toEqual({ objects: named(THEN) });
    // Charts name short commits.
    expect(await baseFor({ revision: NOW.slice(0, 12) })).toEqual({
      objects: named(NOW),
    });
  });

  it('leaves it to the objects where Argo CD applied this very commit', async () => {
    expect(
      await baseFor({ controller: 'Application/argocd/web', revision: NOW }),
    ).toEqual({});
  });

  it.each([NOW, THEN])(
    'does not take for applied what the controller never asked for (%s)',
    async revision => {
      expect(
        await baseFor({
          revision,
          notReproducible: 'it was changed since then',
        }),
      ).toEqual({
        remark: expect.stringContaining(
          'cannot be made again to tell which side moved: it was changed since then',
        ),
      });
    },
  );

  it('says why the commit could not be read, and hides no bug', async () => {
    const failing = (error: Error) =>
      baseFor({ revision: THEN }, () => {
        throw error;
      });
    expect(
      await failing(new DesiredStateError('not-found', 'it is gone')),
    ).toEqual({
      remark:
        'Kustomization/flux-system/apps applied bbbbbbbbbbbb, which could not be read to tell which side moved: it is gone',
    });
    await expect(failing(new TypeError('bug'))).rejects.toThrow('bug');
  });
});

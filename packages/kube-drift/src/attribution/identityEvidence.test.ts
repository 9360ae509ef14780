import { judge, Request, scale, scaledLive } from '../fixtures/requests';

const attributionOf = (options: Request) =>
  judge(scaledLive(3), [scale(3, options)]).attribution;

describe('who a claim names', () => {
  it('is a service account called so, with the Pod that holds its token', () => {
    const { principals, wording, evidence } = attributionOf({
      user: 'system:serviceaccount:shop:operator',
      userAgent: 'operator/v0.1.0',
      extra: { 'authentication.kubernetes.io/pod-name': ['operator-7d9-x2x'] },
    });
    expect(principals).toEqual(['system:serviceaccount:shop:operator']);
    expect(wording).toMatch(/^service account shop\/operator set/);
    expect(evidence).toContainEqual(
      expect.objectContaining({
        text: 'the token is that of Pod operator-7d9-x2x',
        holds: true,
      }),
    );
  });

  it.each(['system:masters', 'kubeadm:cluster-admins'])(
    'is no person for a credential of %s',
    group => {
      const { wording, evidence } = attributionOf({
        user: 'kubernetes-admin',
        groups: [group],
      });
      expect(wording).toMatch(
        `the credential kubernetes-admin (${group}) set spec.replicas`,
      );
      expect(evidence).toContainEqual(
        expect.objectContaining({
          text: `kubernetes-admin is a credential of ${group}: who held it is not known`,
          holds: false,
        }),
      );
    },
  );

  it('is both identities of an impersonation', () => {
    const { principals, wording } = attributionOf({
      as: 'system:serviceaccount:ci:deployer',
    });
    expect(principals).toEqual([
      'jane@example.com',
      'system:serviceaccount:ci:deployer',
    ]);
    expect(wording).toMatch(
      /^jane@example.com acting as service account ci\/deployer set/,
    );
  });
});

describe('a request without a body', () => {
  it.each([
    ['Metadata', 'no body recorded: policy level Metadata'],
    ['Request', 'no body kept, though the policy level is Request'],
  ])('is said to have none at level %s', (level, text) => {
    const event = { ...scale(3, { body: undefined }), level };
    const { evidence } = judge(scaledLive(3), [event]).attribution;
    expect(evidence).toContainEqual({
      kind: 'audit-event',
      text,
      auditID: event.auditID,
      time: event.time,
      holds: false,
    });
  });
});

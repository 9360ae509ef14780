import { auditEvent } from '../__fixtures__/auditEvent';
import { normalizeEvent } from '../event/normalizeEvent';
import { classifyActor } from './classifyActor';
import { matchesGlob } from './glob';

const actorOf = (username: string, as?: string) =>
  classifyActor(
    normalizeEvent(
      auditEvent({
        user: { username },
        impersonatedUser: as === undefined ? undefined : { username: as },
      }),
    ),
  );

describe('classifyActor', () => {
  it.each([
    ['jane@example.com', 'human'],
    ['kubernetes-admin', 'human'],
    ['system:admin', 'human'],
    ['kube:admin', 'human'],
    ['system:serviceaccount:ci:deployer', 'ci'],
    ['system:serviceaccount:argocd:argocd-application-controller', 'gitops'],
    ['system:serviceaccount:flux-system:kustomize-controller', 'gitops'],
    ['system:serviceaccount:kube-system:replicaset-controller', 'controller'],
    ['system:kube-controller-manager', 'controller'],
    ['system:node:node-1', 'controller'],
    ['system:apiserver', 'controller'],
    ['eks:node-manager', 'controller'],
    ['system:serviceaccount:shop:web', 'service-account'],
    ['system:anonymous', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (username, expected) => {
    expect(actorOf(username).class).toBe(expected);
  });

  it('is named by the effective user and is the more human of both', () => {
    expect(actorOf('admin', 'system:serviceaccount:ci:deployer')).toEqual({
      name: 'system:serviceaccount:ci:deployer',
      class: 'human',
      onBehalfOf: 'admin',
    });
    expect(actorOf('system:serviceaccount:shop:proxy', 'jane').class).toBe(
      'human',
    );
  });

  it('never trusts the user agent', () => {
    const e = normalizeEvent(
      auditEvent({ userAgent: 'argocd-application-controller/v2' }),
    );
    expect(classifyActor(e).class).toBe('human');
  });

  it('follows the lists of an operator first', () => {
    const e = normalizeEvent(auditEvent({ user: { username: 'pipeline-7' } }));
    expect(classifyActor(e, { ci: ['pipeline-*'] }).class).toBe('ci');
    expect(classifyActor(e, { ci: ['pipeline-?'] }).class).toBe('ci');
    expect(classifyActor(e, { ci: ['pipeline'] }).class).toBe('human');
  });
});

describe('matchesGlob', () => {
  it.each([
    ['*', '', true],
    ['a*c', 'abbc', true],
    ['a*b*c', 'aXbYbZc', true],
    ['a?c', 'ac', false],
    ['*.a', 'b.a.a', true],
    ['a', 'aa', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matchesGlob(pattern, text)).toBe(expected);
  });

  it('does not take forever', () => {
    expect(matchesGlob(`${'*a'.repeat(50)}b`, 'a'.repeat(5000))).toBe(false);
  });
});

import fc from 'fast-check';
import { possibleWorkloads } from './generatedName';

const pods = { apiGroup: '', resource: 'pods' };
const replicaSets = { apiGroup: 'apps', resource: 'replicasets' };
const jobs = { apiGroup: 'batch', resource: 'jobs' };

const namesOf = (
  resource: { apiGroup: string; resource: string },
  name: string,
) =>
  possibleWorkloads(resource, name).map(guess => `${guess.kind} ${guess.name}`);

describe('possibleWorkloads', () => {
  it.each([
    // A DaemonSet's pod: words of the name that look like a hash stay.
    ['healert-agent-xkj2p', 'DaemonSet healert-agent'],
    ['nginx-ingress-controller-bcdfg', 'DaemonSet nginx-ingress-controller'],
    ['node-exporter-k8s-x2k4p', 'DaemonSet node-exporter-k8s'],
    // Hashes without a digit are as common as one in five.
    ['fluentd-bcdfg', 'DaemonSet fluentd'],
    // Deployments whose last word is as long as a hash.
    ['order-history-cache-7d9f8b6c5-x2k4p', 'Deployment order-history-cache'],
    ['checkout-payment-redis-5c4f-zz2k4', 'Deployment checkout-payment-redis'],
    ['user-profile-proxy-688fdd9cb8-22222', 'Deployment user-profile-proxy'],
    [
      'payments-service-async-7d9f8b6c5-vwxz9',
      'Deployment payments-service-async',
    ],
    ['payments-v2-7d9f8b6c5-x2k4p', 'Deployment payments-v2'],
    ['auth-oauth2-7d9f8b6c5-x2k4p', 'Deployment auth-oauth2'],
    ['redis-6-7d9f8b6c5-x2k4p', 'Deployment redis-6'],
    ['redis-6-0', 'StatefulSet redis-6'],
    ['report-29123456-x2k4p', 'CronJob report'],
    ['migrate-x2k4p', 'Job migrate'],
  ])('%s may be of %s', (name, expected) => {
    expect(namesOf(pods, name)).toContain(expected);
  });

  it.each([
    'nginx-ingress-controller-abcde',
    'order-history-cache',
    'checkout-payment-redis',
    'user-profile-proxy',
    'payments-service-async',
    'payments-v2',
    'auth-oauth2',
    'node-exporter-k8s',
    'web',
    '',
  ])('%j is no generated name', name => {
    expect(namesOf(pods, name)).toEqual([]);
  });

  it('takes a trailing number for an ordinal only, never for a version that is stripped', () => {
    expect(namesOf(pods, 'redis-6')).toEqual(['StatefulSet redis']);
  });

  it('knows ReplicaSets by the ten characters of their hashes', () => {
    expect(namesOf(replicaSets, 'web-7d9f8b6c5')).toEqual(['Deployment web']);
    expect(namesOf(replicaSets, 'web-x2k4p')).toEqual([]);
  });

  it('knows Jobs of CronJobs, and leaves other kinds alone', () => {
    expect(namesOf(jobs, 'report-29123456')).toEqual(['CronJob report']);
    expect(namesOf(jobs, 'report-2')).toEqual([]);
    expect(
      namesOf({ apiGroup: 'apps', resource: 'deployments' }, 'web-7d9f8b6c5'),
    ).toEqual([]);
  });

  const word = fc.stringMatching(/^[a-z0-9]{1,12}$/);
  const workload = fc
    .array(word, { minLength: 1, maxLength: 4 })
    .map(words => words.join('-'));

  it('finds the workload of every name that a controller makes', () => {
    const random = fc.stringMatching(/^[bcdfghjklmnpqrstvwxz2456789]{5}$/);
    const templateHash = fc
      .integer({ min: 0, max: 0xffffffff })
      .map(number =>
        [...String(number)].map(digit => '456789bcdf'[Number(digit)]).join(''),
      );
    fc.assert(
      fc.property(workload, random, templateHash, (name, suffix, hash) => {
        expect(namesOf(replicaSets, `${name}-${hash}`)).toEqual([
          `Deployment ${name}`,
        ]);
        const ofDeployment = namesOf(pods, `${name}-${hash}-${suffix}`);
        expect(ofDeployment[0]).toBe(`ReplicaSet ${name}-${hash}`);
        expect(ofDeployment).toContain(`Deployment ${name}`);
        expect(namesOf(pods, `${name}-${suffix}`)).toContain(
          `DaemonSet ${name}`,
        );
      }),
    );
  });

  it('never strips a suffix with a vowel', () => {
    fc.assert(
      fc.property(
        workload,
        fc.stringMatching(/^[a-z]*[aeiou][a-z]*$/),
        (name, suffix) => {
          expect(namesOf(pods, `${name}-${suffix}`)).toEqual([]);
        },
      ),
    );
  });
});

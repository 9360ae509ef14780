import {
  attributionOf,
  findingOf,
  objectOf,
} from '../../__testUtils__/findings';
import type { FindingRecord } from '../../records';
import { groupFindings, groupingOf, joinsOpenIncident } from './groupFindings';
import type { GroupingScene } from './GroupingKey';

const NONE: GroupingScene = { objects: new Map(), managers: {} };

const webhook = (index: number, change: Partial<FindingRecord> = {}) =>
  findingOf({
    ref: `admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration/w${index}`,
    path: `webhooks[name=w${index}.example.com].clientConfig.caBundle`,
    owner: { manager: 'cainjector', operation: 'Update' },
    ...change,
  });
const webhooks = (count: number, change: Partial<FindingRecord> = {}) =>
  Array.from({ length: count }, (_, index) => webhook(index, change));
const sizes = (groups: FindingRecord[][]) => groups.map(({ length }) => length);

describe('one cause in many objects', () => {
  it('is one incident from five objects on', () => {
    expect(sizes(groupFindings(webhooks(4), NONE))).toEqual([1, 1, 1, 1]);
    const [group, ...others] = groupFindings(webhooks(5), NONE);
    expect(others).toEqual([]);
    expect(groupingOf(group, NONE)).toEqual({
      key: 'same-cause',
      text: 'webhooks[*].clientConfig.caBundle in 5 objects, last written by cainjector',
      objects: 5,
    });
  });

  it('counts objects, not fields of one object', () => {
    const fields = Array.from({ length: 5 }, (_, index) =>
      findingOf({
        path: `spec.ports[port=${index}].nodePort`,
        owner: { manager: 'cainjector', operation: 'Update' },
      }),
    );
    expect(groupingOf(groupFindings(fields, NONE)[0], NONE).key).toBe(
      'same-object',
    );
  });

  it.each<[string, Partial<FindingRecord>]>([
    ['another manager', { owner: { manager: 'helm', operation: 'Update' } }],
    ['another type', { type: 'stale' }],
    ['another path', { path: 'webhooks[name=a].failurePolicy' }],
    ['no manager and no rule', { owner: undefined }],
  ])('is not one that has %s', (_, change) => {
    const findings = [...webhooks(4), webhook(4, change)];
    expect(groupFindings(findings, NONE)).toHaveLength(5);
  });

  it('is one person who wrote, over any time', () => {
    const findings = Array.from({ length: 5 }, (_, index) =>
      webhook(index, {
        attribution: attributionOf(
          'proven',
          ['jane'],
          `2026-11-20T1${index}:00:00Z`,
        ),
      }),
    );
    expect(sizes(groupFindings(findings, NONE))).toEqual([5]);
  });

  it('counts exactly, however many there are', () => {
    const [group] = groupFindings(webhooks(250), NONE);
    expect(groupingOf(group, NONE).objects).toBe(250);
  });
});

describe('what a missing parent takes with it', () => {
  const missing = (ref: string) =>
    findingOf({ ref, path: '$resource', type: 'object-missing' });
  const NAMESPACE = 'v1/Namespace/payments';
  const DEFINITION =
    'apiextensions.k8s.io/v1/CustomResourceDefinition/gadgets.shop.example.com';
  const inNamespace = [
    'apps/v1/Deployment/payments/api',
    'v1/ConfigMap/payments/config',
  ];
  const GADGET = 'shop.example.com/v1/Gadget/other/one';
  const WIDGET = 'shop.example.com/v1/Widget/other/one';
  const objects = new Map(
    [
      objectOf(NAMESPACE),
      objectOf(DEFINITION),
      ...inNamespace.map(ref => objectOf(ref)),
      objectOf(GADGET, { resource: 'gadgets', apiGroup: 'shop.example.com' }),
      objectOf(WIDGET, { resource: 'widgets', apiGroup: 'shop.example.com' }),
    ].map(object => [object.key, object]),
  );
  const scene: GroupingScene = { objects, managers: {} };

  it('is all in a namespace', () => {
    const findings = [NAMESPACE, ...inNamespace, GADGET].map(missing);
    const groups = groupFindings(findings, scene);
    expect(sizes(groups)).toEqual([3, 1]);
    expect(groupingOf(groups[0], scene)).toEqual({
      key: 'same-cause',
      text: 'What is missing took 2 other differences with it',
      objects: 3,
    });
  });

  it('is all of a kind', () => {
    const findings = [GADGET, WIDGET, DEFINITION].map(missing);
    const groups = groupFindings(findings, scene);
    expect(groups.map(group => group.map(({ ref }) => ref))).toEqual([
      [DEFINITION, GADGET],
      [WIDGET],
    ]);
    expect(groupingOf(groups[0], scene).text).toBe(
      'What is missing took 1 other difference with it',
    );
  });

  it('is nothing while the parent is there', () => {
    const findings = [
      findingOf({ ref: NAMESPACE, path: 'metadata.labels.team' }),
      ...inNamespace.map(missing),
    ];
    expect(groupFindings(findings, scene)).toHaveLength(3);
  });

  it('joins the open incident of the parent later', () => {
    const open = [missing(NAMESPACE)];
    expect(joinsOpenIncident(missing(inNamespace[0]), open, scene)).toBe(true);
    expect(joinsOpenIncident(missing(GADGET), open, scene)).toBe(false);
  });
});

describe('what joins an open incident', () => {
  const jane = (path: string, minute: string) =>
    findingOf({
      path,
      attribution: attributionOf(
        'proven',
        ['jane'],
        `2026-11-20T14:${minute}:00Z`,
      ),
    });

  it('is what the same actor did next', () => {
    expect(joinsOpenIncident(jane('b', '10'), [jane('a', '00')], NONE)).toBe(
      true,
    );
    expect(joinsOpenIncident(jane('b', '11'), [jane('a', '00')], NONE)).toBe(
      false,
    );
  });

  it('is not what lies in the same object and nothing else', () => {
    const [a, b] = ['a', 'b'].map(path => findingOf({ path }));
    expect(groupFindings([a, b], NONE)).toHaveLength(1);
    expect(joinsOpenIncident(b, [a], NONE)).toBe(false);
  });
});

describe('the reason of a group', () => {
  const wrote = (path: string, auditID: string) =>
    findingOf({
      path,
      attribution: { ...attributionOf('proven', ['jane']), auditID },
    });

  it('is the first key by which all hang together', () => {
    const keyOf = (...findings: FindingRecord[]) =>
      groupingOf(findings, NONE).key;
    expect(keyOf(wrote('a', '1'), wrote('b', '1'))).toBe('same-request');
    expect(keyOf(wrote('a', '1'), wrote('b', '1'), wrote('c', '2'))).toBe(
      'same-actor',
    );
    expect(keyOf(wrote('a', '1'))).toBe('same-object');
  });
});

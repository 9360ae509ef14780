import fc from 'fast-check';
import { fields, Segment } from '../path/segment';
import { parseFieldsV1, serialiseFieldsV1 } from './fieldSet';
import { ownershipOf } from './ownership';
import { ownersOf, readManagedFields } from './managedFields';
import { classifyManager } from './managers';
import { parsePathElement } from './pathElement';

const SET = {
  'f:spec': {
    'f:selector': {},
    'f:containers': {
      'k:{"name":"web"}': { '.': {}, 'f:image': {} },
    },
  },
};

describe('field sets', () => {
  it('come back as they were', () => {
    expect(serialiseFieldsV1(parseFieldsV1(SET))).toEqual(SET);
  });

  it('tell what they own', () => {
    const set = parseFieldsV1(SET);
    const web: Segment[] = [
      ...fields('spec', 'containers'),
      { key: { name: 'web' } },
    ];
    expect(ownershipOf(set, [...web, { field: 'image' }])).toBe('exact');
    expect(ownershipOf(set, web)).toBe('exact');
    expect(ownershipOf(set, fields('spec', 'containers'))).toBe('below');
    expect(ownershipOf(set, fields('spec', 'selector', 'app'))).toBe('above');
    expect(ownershipOf(set, [...web, { field: 'env' }])).toBe('none');
    expect(ownershipOf(set, fields('status'))).toBe('none');
  });

  it('tell it alike when they list many elements', () => {
    const ports = Array.from({ length: 100 }, (_, at) => [
      `k:{"port":${at},"protocol":"TCP"}`,
      { '.': {}, 'f:name': {} },
    ]);
    const set = parseFieldsV1({
      'f:ports': { ...Object.fromEntries(ports), 'v:"web"': {} },
    });
    const owned = (...segments: Segment[]) =>
      ownershipOf(set, [{ field: 'ports' }, ...segments]);
    const key = { port: 7, protocol: 'TCP' };
    expect(owned({ key }, { field: 'name' })).toBe('exact');
    expect(owned({ key: { port: '7' } }, { field: 'name' })).toBe('exact');
    expect(owned({ key: { ...key, name: 'a' } })).toBe('exact');
    expect(owned({ key: { ...key, protocol: 'UDP' } })).toBe('none');
    expect(owned({ key: { name: 'web' } })).toBe('none');
    expect(owned({ value: 'web' })).toBe('exact');
    expect(owned({ value: 'api' })).toBe('none');
    expect(owned({ index: 7 })).toBe('none');
  });

  it.each(['', 'f', 'no-colon', 'i:1.5', 'k:[]', 'k:{', 'v:'])(
    'leave out the invalid element %j',
    text => {
      expect(parsePathElement(text)).toEqual({ invalid: true });
      expect(parseFieldsV1({ [text]: {} }).children).toEqual([]);
    },
  );

  it('leave alone what a later version may add', () => {
    expect(parsePathElement('r:x')).toEqual({ unknown: true });
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(Array.isArray(parseFieldsV1(value).children)).toBe(true);
      }),
    );
  });
});

describe('owners', () => {
  it('come with the closest and newest first', () => {
    const entry = (manager: string, time: string | undefined, set: object) => ({
      manager,
      operation: 'Update',
      ...(time && { time }),
      fieldsV1: set,
    });
    const replicas = { 'f:spec': { 'f:replicas': {} } };
    const entries = readManagedFields({
      metadata: {
        managedFields: [
          entry('old', '2026-01-01T00:00:00Z', replicas),
          entry('new', '2026-01-02T00:00:00Z', replicas),
          entry('whole', '2026-01-03T00:00:00Z', { 'f:spec': {} }),
        ] as never,
      },
    });
    expect(
      ownersOf(entries, fields('spec', 'replicas')).map(o => o.manager),
    ).toEqual(['new', 'old']);
    expect(ownersOf(entries, fields('data'))).toEqual([]);
  });
});

describe('classifyManager', () => {
  it.each([
    ['kubectl-edit', {}, 'human-tool'],
    ['kubectl-edit', { gitopsManagers: ['kubectl-edit'] }, 'gitops'],
    ['argocd-controller', {}, 'gitops'],
    ['kube-controller-manager', {}, 'controller'],
    ['my-script', {}, 'unknown'],
    ['my-script', { humanManagers: ['my-script'] }, 'human-tool'],
  ])('%s with %j is %s', (manager, lists, expected) => {
    expect(classifyManager(manager, lists)).toBe(expected);
  });
});

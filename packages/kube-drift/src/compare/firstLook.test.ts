import fc from 'fast-check';
import { arbitraryManifest } from '../__testUtils__/arbitraryManifest';
import { served } from '../__testUtils__/served';
import { ElementFinder } from '../fields/elementFinder';
import { FieldSet } from '../fields/fieldSet';
import { container, deployment } from '../fixtures/objects';
import { formatPath } from '../path/format';
import { Path } from '../path/segment';
import { SchemaRegistry } from '../schema/registry';
import { SchemaNode } from '../schema/schemaNode';
import { isList, isMap, JsonMap, JsonValue } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { Difference } from './difference';
import { firstLook } from './firstLook';
import { keySegmentOf } from './listKeys';
import { undeclaredFields } from './undeclared';
import { compareDeclared } from './walk';

// Hundreds of whole objects, on a machine that may be busy.
jest.setTimeout(60_000);

const registry = new SchemaRegistry({});

function schemaOf({ apiVersion, kind }: KubeObject): SchemaNode {
  return registry.kind(apiVersion, kind);
}

function look(desired: KubeObject, live: KubeObject): string {
  return firstLook(desired, live, schemaOf(desired));
}

/** The set of somebody who owns all of a value. */
function wholeSet(value: JsonValue, schema?: SchemaNode): FieldSet {
  const { list, items } = schema ?? {};
  if (isMap(value)) {
    const children = Object.keys(value).map(field => ({
      segment: { field },
      set: wholeSet(value[field], schema?.field(field)),
    }));
    return { member: true, children };
  }
  const elements = isList(value) && list?.kind === 'keyed' ? value : [];
  const keys = list?.kind === 'keyed' ? list.keys : [];
  return {
    member: true,
    children: elements.map(item => ({
      segment: keySegmentOf(item, keys, items),
      set: wholeSet(item, items),
    })),
  };
}

function mapsIn(value: JsonValue): JsonMap[] {
  if (isList(value)) {
    return value.flatMap(mapsIn);
  }
  return isMap(value)
    ? [value, ...Object.keys(value).flatMap(name => mapsIn(value[name]))]
    : [];
}

/** Puts a value at some field that may hold such, or takes the field away. */
function edited(
  object: KubeObject,
  place: number,
  value: JsonValue | undefined,
): KubeObject {
  const copy = structuredClone(object);
  const maps = mapsIn(copy).slice(1);
  const map = maps[place % maps.length];
  const names = [...Object.keys(map), 'added', 'protocol', 'constructor'];
  const name = names[place % names.length];
  const isNew = !Object.hasOwn(map, name);
  if (value === undefined) {
    delete map[name];
  } else if (isNew || value === null || typeof value === typeof map[name]) {
    map[name] = structuredClone(value);
  }
  return { ...copy, apiVersion: object.apiVersion, kind: object.kind };
}

/** Whether a path leads below a difference, which then tells it as well. */
function isBelow(path: Path, differences: Difference[]): boolean {
  const text = formatPath(path);
  return differences.some(above => text.startsWith(formatPath(above.path)));
}

describe('the first look', () => {
  it('sees what the API server fills in as the same', () => {
    const live = deployment({
      replicas: 1,
      revisionHistoryLimit: 10,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%' } },
    });
    Object.assign(live.metadata, {
      uid: '0c0ffee0',
      annotations: { 'deployment.kubernetes.io/revision': '7' },
    });
    Object.assign(container(live), {
      terminationMessagePath: '/dev/termination-log',
      imagePullPolicy: 'IfNotPresent',
    });
    live.status = { replicas: 1 };
    expect(look(deployment(), live)).toBe('same');
  });

  it('tells what is declared otherwise from what is not declared', () => {
    const desired = deployment({ replicas: 2, minReadySeconds: 0 });
    expect(look(desired, deployment({ replicas: 2 }))).toBe('same');
    expect(look(desired, deployment({ replicas: 3 }))).toBe('changed');
    expect(look(desired, deployment({ replicas: 3, paused: true }))).toBe(
      'more',
    );
    expect(look(desired, deployment({ replicas: 2, paused: false }))).toBe(
      'more',
    );
  });

  it('promises no more than the comparison keeps', () => {
    const value = fc.constantFrom<JsonValue | undefined>(
      ...[undefined, null, 0, '', false, 'x', 7, '500m'],
      ...[{}, [], { a: 'b' }, ['a'], [{ name: 'a' }]],
    );
    fc.assert(
      fc.property(
        arbitraryManifest,
        fc.nat(),
        value,
        fc.boolean(),
        (object, place, put, inGit) => {
          const desired = inGit ? edited(object, place, put) : object;
          const live = inGit
            ? served(object)
            : edited(served(object), place, put);
          const schema = schemaOf(object);
          const seen = firstLook(desired, live, schema);
          const changed: Difference[] = [];
          compareDeclared(desired, live, { path: [], schema }, changed);
          const root = { path: [], schema, elements: new ElementFinder() };
          const added = undeclaredFields(
            wholeSet(live, schema),
            desired,
            live,
            { ...root, looksInto: 'every list' },
          );
          fc.pre(seen !== 'more');
          expect(added.filter(at => !isBelow(at.path, changed))).toEqual([]);
          expect(seen === 'same' ? changed : []).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

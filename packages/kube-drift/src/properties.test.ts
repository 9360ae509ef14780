import fc from 'fast-check';
import { diffManifests } from './diffManifests';
import { asLive, container, deployment } from './fixtures/objects';
import { JsonMap } from './values/json';
import { KubeObject } from './yaml/readManifests';

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);

/** Deployments as people write them. */
const manifest = fc
  .record({
    replicas: fc.option(fc.nat(9), { nil: undefined }),
    env: fc.uniqueArray(fc.record({ name, value: fc.string() }), {
      selector: ({ name: key }) => key,
      maxLength: 6,
    }),
    ports: fc.uniqueArray(fc.integer({ min: 1, max: 65535 }), { maxLength: 4 }),
    cpu: fc.integer({ min: 1, max: 9 }),
    args: fc.option(fc.array(fc.string(), { maxLength: 3 }), {
      nil: undefined,
    }),
  })
  .map(({ replicas, env, ports, cpu, args }) => {
    const object = deployment(replicas === undefined ? {} : { replicas });
    Object.assign(container(object), {
      env,
      ports: ports.map(containerPort => ({ containerPort })),
      resources: { requests: { cpu: `${cpu * 1000}m` } },
      ...(args && { args }),
    });
    return object;
  });

/** What an API server makes of it: defaults, canonical values, omitempty. */
function served(object: KubeObject): KubeObject {
  return asLive(object, {}, copy => {
    const spec = copy.spec as JsonMap;
    spec.replicas ??= 1;
    spec.revisionHistoryLimit = 10;
    spec.strategy = {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%' },
    };
    const only = container(copy);
    only.imagePullPolicy = 'IfNotPresent';
    only.terminationMessagePath = '/dev/termination-log';
    for (const port of only.ports as JsonMap[]) {
      port.protocol = 'TCP';
    }
    for (const variable of only.env as JsonMap[]) {
      if (variable.value === '') delete variable.value;
    }
    if ((only.env as JsonMap[]).length === 0) delete only.env;
    if ((only.ports as JsonMap[]).length === 0) delete only.ports;
    if ((only.args as string[] | undefined)?.length === 0) delete only.args;
    const { requests } = only.resources as { requests: JsonMap };
    requests.cpu = String(Number.parseInt(String(requests.cpu), 10) / 1000);
  });
}

describe('for every manifest', () => {
  it('what the server adds is never drift', () => {
    fc.assert(
      fc.property(manifest, object => {
        expect(
          diffManifests([object], [served(object)]).objects[0].findings,
        ).toEqual([]);
      }),
    );
  });

  it('the order of keyed lists never matters', () => {
    fc.assert(
      fc.property(manifest, fc.nat(), (object, turn) => {
        const live = served(object);
        for (const list of [container(live).env, container(live).ports]) {
          if (Array.isArray(list) && list.length > 0) {
            list.push(...list.splice(0, turn % list.length));
          }
        }
        expect(diffManifests([object], [live]).objects[0].findings).toEqual([]);
      }),
    );
  });

  it('a changed field is one finding at its path', () => {
    fc.assert(
      fc.property(
        manifest,
        fc.integer({ min: 10, max: 99 }),
        (object, replicas) => {
          const live = served(object);
          const declared = (object.spec as JsonMap).replicas !== undefined;
          (live.spec as JsonMap).replicas = replicas;
          expect(
            diffManifests([object], [live]).objects[0].findings.map(
              ({ path }) => path,
            ),
          ).toEqual(declared ? ['spec.replicas'] : []);
        },
      ),
    );
  });

  it('nothing throws, whatever the two sides hold', () => {
    const any = fc.dictionary(
      fc.string(),
      fc.jsonValue() as fc.Arbitrary<never>,
    );
    fc.assert(
      fc.property(any, any, (left, right) => {
        const object = (spec: JsonMap): KubeObject => ({
          ...spec,
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'a' },
          spec,
        });
        const { objects } = diffManifests([object(left)], [object(right)]);
        expect(objects).toHaveLength(1);
      }),
    );
  });
});

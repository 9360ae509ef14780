import { diffManifests } from '../../diffManifests';
import {
  asLive,
  container,
  deployment,
  lastApplied,
  managed,
} from '../../fixtures/objects';
import { JsonMap } from '../../values/json';
import { KubeObject } from '../../yaml/readManifests';

const widget = (spec: JsonMap): KubeObject => ({
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  metadata: { name: 'gear', namespace: 'shop' },
  spec,
});

const declared = widget({ size: 1 });
const fields = { 'f:spec': { 'f:size': {}, 'f:mode': {} } };

function verdicts(
  manager: string,
  metadata: JsonMap = {},
  context: object[] = [],
  more: JsonMap = {},
) {
  const live = asLive(widget({ size: 1, mode: 'fast' }), {
    ...metadata,
    managedFields: [managed(manager, fields, more)],
  });
  const [{ findings }] = diffManifests([declared], [live], { context }).objects;
  return findings.map(({ path, verdict }) => `${verdict} ${path}`);
}

describe('a field that came with an object of an unknown kind', () => {
  it.each(['helm', 'kubectl-create', 'kubectl-client-side-apply'])(
    'may be a default where %s wrote the whole of it',
    manager => {
      expect(verdicts(manager)).toEqual(['expected spec.mode']);
    },
  );

  it('is none where only that field was written, or it was applied', () => {
    const drift = ['drift spec.mode'];
    expect(verdicts('kubectl-edit')).toEqual(drift);
    expect(verdicts('helm', {}, [], { operation: 'Apply' })).toEqual(drift);
    expect(
      verdicts('kubectl-client-side-apply', {
        annotations: lastApplied(widget({ size: 1, mode: 'fast' })),
      }),
    ).toEqual(drift);
  });

  it('is none where a definition knows no such default', () => {
    const definition = (mode: JsonMap) => ({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: {
        group: 'example.com',
        names: { kind: 'Widget', plural: 'widgets' },
        versions: [
          {
            name: 'v1',
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  spec: {
                    type: 'object',
                    properties: { size: { type: 'integer' }, mode },
                  },
                },
              },
            },
          },
        ],
      },
    });
    const told = (mode: JsonMap) => verdicts('helm', {}, [definition(mode)]);
    expect(told({ type: 'string' })).toEqual(['drift spec.mode']);
    expect(told({ type: 'string', default: 'fast' })).toEqual([]);
  });
});

describe('a pull policy that Git does not declare', () => {
  const verdict = (manager: string, imagePullPolicy: string) => {
    const owned = {
      'f:containers': { 'k:{"name":"web"}': { 'f:imagePullPolicy': {} } },
    };
    const live = asLive(
      deployment(),
      {
        managedFields: [
          managed(manager, { 'f:spec': { 'f:template': { 'f:spec': owned } } }),
        ],
      },
      copy => {
        container(copy).imagePullPolicy = imagePullPolicy;
      },
    );
    return diffManifests([deployment()], [live]).objects[0].findings.map(
      found => found.reason ?? found.verdict,
    )[0];
  };

  it('may stem from an earlier image where the object was written as a whole', () => {
    expect(verdict('helm', 'Always')).toContain('earlier-default');
    expect(verdict('kubectl-create', 'Always')).toContain('earlier-default');
    expect(verdict('helm', 'Never')).toBe('drift');
    expect(verdict('kubectl-edit', 'Always')).toBe('drift');
  });
});

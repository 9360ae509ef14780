import { diffManifests } from '../diffManifests';
import { asLive, managed } from '../fixtures/objects';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

const labels = { app: 'web' };

const controller: KubeObject = {
  apiVersion: 'v1',
  kind: 'ReplicationController',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    template: {
      metadata: { labels },
      spec: { containers: [{ name: 'web', image: 'web:1.0' }] },
    },
  },
};

/** As `kubectl create` leaves it: it owns what the API server filled in. */
function created(copied: JsonMap): KubeObject {
  return asLive(
    controller,
    {
      labels: copied,
      managedFields: [
        managed('kubectl-create', {
          'f:metadata': {
            'f:labels': Object.fromEntries(
              Object.keys(copied).map(name => [`f:${name}`, {}]),
            ),
          },
          'f:spec': { 'f:replicas': {}, 'f:selector': {} },
        }),
      ],
    },
    object =>
      Object.assign(object.spec as JsonMap, { replicas: 1, selector: labels }),
  );
}

describe('labels and selector that the API server copies', () => {
  const paths = (live: KubeObject) =>
    diffManifests([controller], [live]).objects[0].findings.map(
      ({ path }) => path,
    );

  it('are nothing that a person added', () => {
    expect(paths(created(labels))).toEqual([]);
  });

  it('do not cover another label', () => {
    expect(paths(created({ ...labels, owner: 'jane' }))).toEqual([
      'metadata.labels.owner',
    ]);
  });
});

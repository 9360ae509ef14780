import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import plumblinePlugin from '../src';
import { fixtureFetch } from './fixtureFetch';

const fixtures = ApiBlueprint.make({
  name: 'fetch',
  params: defineParams =>
    defineParams({
      api: fetchApiRef,
      deps: {},
      factory: () => ({
        fetch: async (input, init) => fixtureFetch(new Request(input, init)),
      }),
    }),
});

/** Stands in for the catalog, to which services link. */
const entityPage = PageBlueprint.make({
  name: 'entity',
  params: {
    path: '/catalog/:namespace/:kind/:name',
    title: 'Entity',
    routeRef: entityRouteRef,
    loader: async () => (
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'payments-api', namespace: 'default' },
        }}
      >
        <p>The page of the entity</p>
      </EntityProvider>
    ),
  },
});

createDevApp({
  features: [
    plumblinePlugin,
    createFrontendModule({ pluginId: 'app', extensions: [fixtures] }),
    createFrontendPlugin({ pluginId: 'dev', extensions: [entityPage] }),
  ],
});

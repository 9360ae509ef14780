import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { Container } from '@backstage/ui';
import { type ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import plumblineDriftPlugin from '../src';
import { DriftCard } from '../src/components/DriftCard';
import { DriftTab } from '../src/components/DriftTab';
import { driftTabRouteRef } from '../src/routes';
import { fixtureFetch } from './fixtureFetch';

/** The service of the incidents, with its owner. */
const OWNED_COMPONENT = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

/** Answers with one state per entity name: payments-api, in-sync, not-set-up, unobservable, forbidden. */
function DevEntity(props: { name: string; children: ReactNode }) {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: props.name, namespace: 'default' },
  };
  return (
    <EntityProvider entity={entity}>
      <Container py="4">{props.children}</Container>
    </EntityProvider>
  );
}

function DevCard() {
  const { name = 'payments-api' } = useParams();
  return (
    <DevEntity name={name}>
      <DriftCard />
    </DevEntity>
  );
}

function DevTab() {
  const { '*': name } = useParams();
  return (
    <DevEntity name={name || 'payments-api'}>
      <DriftTab />
    </DevEntity>
  );
}

createDevApp({
  features: [
    plumblineDriftPlugin,
    createFrontendModule({
      pluginId: 'app',
      extensions: [
        ApiBlueprint.make({
          name: 'catalog',
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () => catalogApiMock({ entities: [OWNED_COMPONENT] }),
            }),
        }),
        ApiBlueprint.make({
          name: 'fetch',
          params: defineParams =>
            defineParams({
              api: fetchApiRef,
              deps: {},
              factory: () => ({
                fetch: async (input, init) =>
                  fixtureFetch(new Request(input, init)),
              }),
            }),
        }),
      ],
    }),
    createFrontendPlugin({
      pluginId: 'dev',
      extensions: [
        PageBlueprint.make({
          name: 'tab',
          params: {
            path: '/tab',
            title: 'Drift tab',
            routeRef: driftTabRouteRef,
            loader: async () => <DevTab />,
          },
        }),
        PageBlueprint.make({
          name: 'card',
          params: {
            path: '/catalog/:namespace/:kind/:name',
            title: 'Drift card',
            routeRef: entityRouteRef,
            loader: async () => <DevCard />,
          },
        }),
      ],
    }),
  ],
});

import '@backstage/ui/css/styles.css';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { Container } from '@backstage/ui';
import { createPlumblineClient } from '@plumbline/backstage-plugin-plumbline-common';
import { plumblineApiRef } from '@plumbline/backstage-plugin-plumbline-react';
import { type ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import plumblineDriftPlugin from '../src';
import { DriftCard } from '../src/components/DriftCard';
import { DriftTab } from '../src/components/DriftTab';
import { driftTabRouteRef } from '../src/routes';
import { fixtureFetch } from './fixtureFetch';

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
      pluginId: 'plumbline',
      extensions: [
        ApiBlueprint.make({
          name: 'fixtures',
          params: defineParams =>
            defineParams({
              api: plumblineApiRef,
              deps: {},
              factory: () =>
                createPlumblineClient({
                  baseUrl: 'http://fixtures.invalid',
                  fetch: fixtureFetch,
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

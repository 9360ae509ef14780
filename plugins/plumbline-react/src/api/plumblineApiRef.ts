import {
  type ApiRef,
  createApiRef,
  fetchApiRef,
  useApi,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import {
  createPlumblineClient,
  type PlumblineClient,
} from '@plumbline/backstage-plugin-plumbline-common';
import { useMemo } from 'react';
import { sendRequest } from './sendRequest';

/**
 * The client of the Plumbline backend.
 *
 * @remarks
 * No plugin registers a factory for it: four frontend plugins share it, each may be installed alone, and an app
 * refuses two factories for one reference. {@link usePlumblineApi} falls back to a client on top of `fetchApiRef`;
 * an app that needs another one registers it under this reference.
 *
 * @public
 */
export const plumblineApiRef: ApiRef<PlumblineClient> =
  createApiRef<PlumblineClient>().with({
    id: 'plugin.plumbline.client',
    pluginId: 'plumbline',
  });

/**
 * @returns the registered client, else one that sends the reader's identity through `fetchApiRef`.
 * @public
 */
export function usePlumblineApi(): PlumblineClient {
  const registered = useApiHolder().get(plumblineApiRef);
  const fetchApi = useApi(fetchApiRef);
  return useMemo(
    () =>
      registered ??
      createPlumblineClient({
        baseUrl: 'plugin://plumbline',
        fetch: request => sendRequest(fetchApi, request),
      }),
    [registered, fetchApi],
  );
}

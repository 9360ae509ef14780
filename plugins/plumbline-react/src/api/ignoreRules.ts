import type {
  IgnoreRule,
  IgnoreRuleInput,
  IgnoreRuleList,
  IgnoreRulePreview,
  ImportedIgnoreRules,
} from '@plumbline/backstage-plugin-plumbline-common';
import { useMemo } from 'react';
import { usePlumblineApi } from './plumblineApiRef';
import { readData } from './readData';
import { type QueryResult, usePlumblineQuery } from './usePlumblineQuery';

/** Ignore rules in the order in which they are asked; of one entity, those that can hide its findings. @public */
export function useIgnoreRules(
  entityRef?: string,
): QueryResult<IgnoreRuleList> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request('get', '/v1/ignore-rules', {
          params: { query: { entity: entityRef } },
          signal,
        }),
      ),
    { key: `ignore rules ${entityRef ?? ''}`, channel: 'plumbline:drift' },
  );
}

/** What a rule would hide if it were saved now. @public */
export function useIgnoreRulePreview(
  rule: IgnoreRuleInput,
): QueryResult<IgnoreRulePreview> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request('post', '/v1/ignore-rules/preview', {
          body: rule,
          signal,
        }),
      ),
    { key: `ignore rule preview ${JSON.stringify(rule)}` },
  );
}

/**
 * What writes rules. All reject with a ResponseError: 400 names the field, 403 the permission, 409 a name that is taken.
 *
 * @public
 */
export interface IgnoreRuleActions {
  create(rule: IgnoreRuleInput): Promise<IgnoreRule>;
  update(id: string, rule: IgnoreRuleInput): Promise<IgnoreRule>;
  remove(id: string): Promise<void>;
  /** Reads Argo CD's `ignoreDifferences` from YAML; saves nothing. */
  read(ignoreDifferences: string): Promise<ImportedIgnoreRules>;
}

/** @public */
export function useIgnoreRuleActions(): IgnoreRuleActions {
  const client = usePlumblineApi();
  return useMemo(
    () => ({
      create: body =>
        readData(client.request('post', '/v1/ignore-rules', { body })),
      update: (id, body) =>
        readData(
          client.request('put', '/v1/ignore-rules/{id}', {
            params: { path: { id } },
            body,
          }),
        ),
      async remove(id) {
        await client.request('delete', '/v1/ignore-rules/{id}', {
          params: { path: { id } },
        });
      },
      read: ignoreDifferences =>
        readData(
          client.request('post', '/v1/ignore-rules/import', {
            body: { ignoreDifferences },
          }),
        ),
    }),
    [client],
  );
}

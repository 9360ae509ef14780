import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityLink } from '@plumbline/backstage-plugin-plumbline-react';
import { Fragment } from 'react';
import useAsync from 'react-use/esm/useAsync';

/**
 * Who owns the service of the incident, as the catalog says it.
 *
 * @internal
 */
export function IncidentOwner(props: { entityRef: string }) {
  const { entityRef } = props;
  const catalog = useApi(catalogApiRef);
  const { value, error, loading } = useAsync(
    () => catalog.getEntityByRef(entityRef),
    [catalog, entityRef],
  );
  if (loading) {
    return <span>…</span>;
  }
  if (!value) {
    return <span title={error?.message}>unknown</span>;
  }
  const owners = getEntityRelations(value, RELATION_OWNED_BY).map(owner =>
    stringifyEntityRef(owner),
  );
  return (
    <span>
      {owners.length === 0 && 'nobody'}
      {owners.map((owner, index) => (
        <Fragment key={owner}>
          {index > 0 && ', '}
          <EntityLink entityRef={owner} defaultKind="group" />
        </Fragment>
      ))}
    </span>
  );
}

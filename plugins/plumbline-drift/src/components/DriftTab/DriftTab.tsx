import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  PlumblineTheme,
  useEntityDrift,
} from '@plumbline/backstage-plugin-plumbline-react';
import { EntityDriftState } from '../EntityDriftState';
import { DriftTabView } from './DriftTabView';

/**
 * The *Drift* tab of an entity: is my service as Git says, and if not, who changed what?
 *
 * @public
 */
export function DriftTab() {
  const { entity } = useEntity();
  const drift = useEntityDrift(stringifyEntityRef(entity));
  return (
    <PlumblineTheme page>
      <EntityDriftState entity={entity} result={drift} card>
        {value => <DriftTabView drift={value} onChecked={drift.reload} />}
      </EntityDriftState>
    </PlumblineTheme>
  );
}

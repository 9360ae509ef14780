import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  PlumblineTheme,
  SectionCard,
  TimeText,
  useEntityDrift,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiExchangeLine } from '@remixicon/react';
import { EntityDriftState } from '../EntityDriftState';
import { DriftCardBody } from './DriftCardBody';

/**
 * Drift of the entity in short: the answer, one box per target, and the newest changes. One request.
 *
 * @public
 */
export function DriftCard() {
  const { entity } = useEntity();
  const result = useEntityDrift(stringifyEntityRef(entity));
  const checkedAt = result.value?.lastCheckAt;
  return (
    <PlumblineTheme>
      <SectionCard
        title="Drift"
        icon={<RiExchangeLine aria-hidden />}
        aside={
          checkedAt && (
            <span>
              checked <TimeText time={checkedAt} />
            </span>
          )
        }
      >
        <EntityDriftState entity={entity} result={result}>
          {drift => <DriftCardBody drift={drift} />}
        </EntityDriftState>
      </SectionCard>
    </PlumblineTheme>
  );
}

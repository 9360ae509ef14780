import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { frictionReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import {
  FailureState,
  LoadingState,
  PlumblineTheme,
  SectionCard,
  useEntityFriction,
} from '@plumbline/backstage-plugin-plumbline-react';
import { readerTimeZone } from '../../text/readerTimeZone';
import { FrictionAnswer } from './FrictionAnswer';
import { FrictionUnknown } from './FrictionUnknown';

/** How often people go round the platform at this entity, and which guardrail would help most. */
export function FrictionTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const timeZone = readerTimeZone();
  const { value, error, loading, reload } = useEntityFriction(entityRef, {
    timeZone,
  });
  return (
    <PlumblineTheme page>
      {loading && (
        <SectionCard title="Friction score">
          <LoadingState label="Loading friction" boxes={3} lines={6} />
        </SectionCard>
      )}
      {!value && error && (
        <SectionCard title="Friction score">
          <FailureState
            error={error}
            subject={`friction of ${entity.metadata.name}`}
            permission={frictionReadPermission.name}
            onRetry={reload}
          />
        </SectionCard>
      )}
      {value && value.score === undefined && (
        <FrictionUnknown friction={value} entity={entity} />
      )}
      {value && value.score !== undefined && (
        <FrictionAnswer friction={value} error={error} timeZone={timeZone} />
      )}
    </PlumblineTheme>
  );
}

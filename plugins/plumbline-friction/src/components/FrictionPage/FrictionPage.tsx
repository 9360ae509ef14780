import { Button, Container, Header } from '@backstage/ui';
import { frictionReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import {
  EntityLink,
  FailureState,
  FilterSelect,
  Heatmap,
  LoadingState,
  PlumblineTheme,
  SectionCard,
  StateNotice,
  StatePanel,
  useFleetFriction,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiGridLine, RiTableLine } from '@remixicon/react';
import { ServicesTable } from '../ServicesTable';
import { FleetFilters } from './FleetFilters';
import { useFleetFilters } from './useFleetFilters';
import styles from './FrictionPage.module.css';

const DAYS = ['14', '28', '90'].map(days => ({
  id: days,
  label: `${days} days`,
}));

/** Which services need a better paved road first. */
export function FrictionPage() {
  const state = useFleetFilters();
  const fleet = useFleetFriction(state.query);
  const { value } = fleet;
  return (
    <PlumblineTheme>
      <Header
        title="Friction by service"
        customActions={
          <FilterSelect
            label="Time"
            options={DAYS}
            value={state.days}
            onChange={state.setDays}
          />
        }
      />
      <Container>
        <PlumblineTheme page>
          <SectionCard
            flush
            title="Services"
            aside={value && <span>{value.total} in all</span>}
          >
            <FleetFilters state={state} />
            {value && fleet.error && (
              <div className={styles.padded}>
                <StateNotice kind="refresh-failed">
                  Could not be renewed: {fleet.error.message}
                </StateNotice>
              </div>
            )}
            {fleet.loading && (
              <div className={styles.padded}>
                <LoadingState label="Loading services" lines={8} />
              </div>
            )}
            {!value && fleet.error && (
              <div className={styles.padded}>
                <FailureState
                  error={fleet.error}
                  subject="friction by service"
                  permission={frictionReadPermission.name}
                  onRetry={fleet.reload}
                />
              </div>
            )}
            {value && fleet.items.length === 0 && (
              <div className={styles.padded}>
                <StatePanel
                  kind="empty"
                  title={
                    state.isFiltered
                      ? 'No service matches the filters'
                      : 'No services'
                  }
                  actions={
                    state.isFiltered && (
                      <Button
                        size="small"
                        variant="secondary"
                        onPress={state.clear}
                      >
                        Clear filters
                      </Button>
                    )
                  }
                >
                  {!state.isFiltered &&
                    'The catalog has no component that you may see.'}
                </StatePanel>
              </div>
            )}
            {fleet.items.length > 0 && <ServicesTable items={fleet.items} />}
            {value && (
              <div className={styles.foot}>
                <span>
                  {fleet.items.length} of {value.total} services. Sorted and
                  filtered by the backend; services without a score stand last,
                  with their reason.
                </span>
                {fleet.moreError && (
                  <span role="alert">
                    More could not be loaded: {fleet.moreError.message}
                  </span>
                )}
                {fleet.hasMore && (
                  <Button
                    size="small"
                    variant="tertiary"
                    isPending={fleet.loadingMore}
                    onPress={fleet.loadMore}
                  >
                    Load more
                  </Button>
                )}
              </div>
            )}
          </SectionCard>
          {value && value.heatmap.rows.length > 0 && (
            <SectionCard title="Score by service and day">
              <Heatmap
                heatmap={value.heatmap}
                label="Friction score by service and day"
                rowHeader="Service"
                columnHeader="Day"
                asTable={state.asTable}
                hiddenSteps={state.hiddenSteps}
                onHiddenStepsChange={state.setHiddenSteps}
                renderRowLabel={row => (
                  <EntityLink small entityRef={row.id} tab="friction" />
                )}
                actions={
                  <Button
                    size="small"
                    variant="tertiary"
                    iconStart={state.asTable ? <RiGridLine /> : <RiTableLine />}
                    onPress={() => state.setAsTable(!state.asTable)}
                  >
                    {state.asTable ? 'Show as heatmap' : 'Show as table'}
                  </Button>
                }
                footnote="Score at the end of each day, UTC. Hatched: no audit events that day."
              />
            </SectionCard>
          )}
        </PlumblineTheme>
      </Container>
    </PlumblineTheme>
  );
}

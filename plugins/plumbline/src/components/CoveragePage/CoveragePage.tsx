import { Button, Container, Header } from '@backstage/ui';
import { coverageReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import {
  DenseTable,
  FailureState,
  LoadingState,
  PlumblineTheme,
  SectionCard,
  StateNotice,
  StatePanel,
  useCoverage,
  useQueryState,
  type DenseColumn,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useRef } from 'react';
import { entityName } from '../../text/entityName';
import { Figures } from '../Figures';
import { CoverageDrawer } from './CoverageDrawer';
import { coverageFigures, STEPS, type CoverageItem } from './coverageSteps';
import { StepResult } from './StepResult';
import styles from './CoveragePage.module.css';

const COLUMNS: DenseColumn<CoverageItem>[] = [
  {
    id: 'entity',
    label: 'Entity',
    isRowHeader: true,
    cell: item => (
      <span className={styles.entity}>
        <strong>{entityName(item)}</strong>
        {item.owner && (
          <span className={styles.note}>
            {entityName({ entityRef: item.owner })}
          </span>
        )}
      </span>
    ),
  },
  ...STEPS.map(
    (step, index): DenseColumn<CoverageItem> => ({
      id: step.id,
      label: `${index + 1} ${step.title}`,
      cell: item => (
        <StepResult step={item.steps.find(other => other.id === step.id)} />
      ),
    }),
  ),
];

/** Why an entity shows nothing, and what to paste to fix it. */
export function CoveragePage() {
  const coverage = useCoverage({ limit: 50 });
  const [openRef, setOpenRef] = useQueryState<string>('entity', {
    fallback: '',
  });
  const root = useRef<HTMLDivElement>(null);
  const { value, error, items } = coverage;
  const open = items.find(item => item.entityRef === openRef);
  const close = () => {
    const row = root.current?.querySelector<HTMLElement>(
      `tr[data-key="${CSS.escape(openRef)}"]`,
    );
    setOpenRef(undefined);
    row?.focus();
  };
  return (
    <PlumblineTheme>
      <Header title="Coverage" />
      <Container>
        <PlumblineTheme page>
          {value && error && (
            <StateNotice kind="refresh-failed">
              Could not be renewed: {error.message}
            </StateNotice>
          )}
          {value && <Figures figures={coverageFigures(value.counts)} />}
          <div
            ref={root}
            className={styles.split}
            data-open={open ? '' : undefined}
          >
            <SectionCard
              flush
              title="Entities"
              aside="a row opens each step's answer and what to paste"
            >
              {coverage.loading && (
                <div className={styles.padded}>
                  <LoadingState label="Loading coverage" lines={8} />
                </div>
              )}
              {!value && error && (
                <div className={styles.padded}>
                  <FailureState
                    error={error}
                    subject="coverage"
                    permission={coverageReadPermission.name}
                    onRetry={coverage.reload}
                  />
                </div>
              )}
              {value && items.length === 0 && (
                <div className={styles.padded}>
                  <StatePanel kind="empty" title="No entities">
                    The catalog has no component that you may see.
                  </StatePanel>
                </div>
              )}
              {items.length > 0 && (
                <DenseTable
                  label="Coverage of entities"
                  columns={COLUMNS}
                  items={items}
                  keyOf={item => item.entityRef}
                  textOf={entityName}
                  openKey={openRef}
                  onOpen={item => setOpenRef(item.entityRef)}
                  minWidth={680}
                />
              )}
              {value && (
                <div className={styles.foot}>
                  <span>
                    {items.length} of {value.counts.total} shown
                  </span>
                  {coverage.moreError && (
                    <span role="alert">
                      More could not be loaded: {coverage.moreError.message}
                    </span>
                  )}
                  {coverage.hasMore && (
                    <Button
                      size="small"
                      variant="tertiary"
                      isPending={coverage.loadingMore}
                      onPress={coverage.loadMore}
                    >
                      Load more
                    </Button>
                  )}
                </div>
              )}
            </SectionCard>
            {open && <CoverageDrawer item={open} onClose={close} />}
          </div>
        </PlumblineTheme>
      </Container>
    </PlumblineTheme>
  );
}

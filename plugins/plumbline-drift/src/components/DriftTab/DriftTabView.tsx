import type { EntityDrift } from '@plumbline/backstage-plugin-plumbline-common';
import {
  describeCause,
  LevelLegend,
  SectionCard,
} from '@plumbline/backstage-plugin-plumbline-react';
import {
  filterFindings,
  groupFindings,
  groupingOf,
  sortFindings,
} from '../../findings';
import { useFindingsView } from '../../hooks/useFindingsView';
import { useOpenFinding } from '../../hooks/useOpenFinding';
import { DriftSummary } from '../DriftSummary';
import { EvidenceDrawer } from '../EvidenceDrawer';
import { FindingsTable, FindingsToolbar } from '../FindingsTable';
import { ObjectTree } from '../ObjectTree';
import { ObjectDiff } from '../YamlDiff';
import styles from './DriftTab.module.css';
import { EmptyVerdict } from './EmptyVerdict';
import { tableTitle } from './tableTitle';

/**
 * The tab once there is an answer: summary, the table of differences or the raw diff, and the evidence of one field.
 *
 * @internal
 */
export function DriftTabView(props: {
  drift: EntityDrift;
  onChecked: () => void;
}) {
  const { drift, onChecked } = props;
  const { view, patch } = useFindingsView();

  const grouping = groupingOf(view.verdict, view.grouping);
  const ofVerdict = drift.findings.filter(
    finding => finding.verdict === view.verdict,
  );
  const groups = groupFindings(
    sortFindings(filterFindings(drift.findings, view), view.sort),
    grouping,
    drift.openIncidents,
  );
  const rows = groups.flatMap(group => group.findings);
  const evidence = useOpenFinding(rows);

  return (
    <>
      <DriftSummary
        drift={drift}
        verdict={view.verdict}
        onVerdictChange={verdict =>
          patch({
            verdict: verdict === 'drift' ? undefined : verdict,
            field: undefined,
            level: undefined,
          })
        }
        onChecked={onChecked}
      />
      <div
        className={styles.layout}
        data-open={evidence.finding ? true : undefined}
      >
        <div className={styles.main} ref={evidence.container}>
          <SectionCard
            flush
            title={
              view.show === 'objects'
                ? 'Objects'
                : tableTitle(rows, view.verdict)
            }
            aside={
              <FindingsToolbar
                view={{ ...view, grouping }}
                clusters={unique(ofVerdict.map(item => item.cluster))}
                levels={
                  view.verdict === 'drift'
                    ? unique(ofVerdict.map(item => describeCause(item).level))
                    : []
                }
                hasRows={ofVerdict.length > 0}
              />
            }
          >
            {view.show === 'objects' && (
              <ObjectTree
                entityRef={drift.entityRef}
                onOpen={({ ref }, target, verdict) =>
                  patch({
                    show: undefined,
                    ref,
                    cluster: target.cluster,
                    verdict: verdict === 'drift' ? undefined : verdict,
                    level: undefined,
                  })
                }
              />
            )}
            {rows.length === 0 && view.show !== 'objects' && (
              <EmptyVerdict
                drift={drift}
                verdict={view.verdict}
                filtered={ofVerdict.length > 0}
                onClearFilters={() =>
                  patch({
                    cluster: undefined,
                    level: undefined,
                    ref: undefined,
                  })
                }
              />
            )}
            {rows.length > 0 && view.show === 'yaml' && (
              <ObjectDiff
                entityRef={drift.entityRef}
                findings={rows}
                chosen={view.object}
                onChoose={object => patch({ object })}
              />
            )}
            {rows.length > 0 && view.show === 'fields' && (
              <FindingsTable
                label={tableTitle(rows, view.verdict)}
                groups={groups}
                reasons={view.verdict !== 'drift'}
                hideObject={grouping === 'object'}
                compact={evidence.finding !== undefined}
                openId={evidence.finding?.id}
                onOpen={evidence.open}
              />
            )}
          </SectionCard>
          {view.verdict === 'drift' &&
            view.show === 'fields' &&
            rows.length > 0 && <LevelLegend />}
        </div>
        {evidence.finding && (
          <EvidenceDrawer
            finding={evidence.finding}
            entityRef={drift.entityRef}
            linkIncident
            onClose={evidence.close}
            onPrevious={evidence.goToPrevious}
            onNext={evidence.goToNext}
          />
        )}
      </div>
    </>
  );
}

function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}

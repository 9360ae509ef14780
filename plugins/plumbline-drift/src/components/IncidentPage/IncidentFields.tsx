import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type {
  Finding,
  Incident,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  type CauseLevel,
  SectionCard,
  StatePanel,
  useQueryPatch,
  useQueryState,
} from '@plumbline/backstage-plugin-plumbline-react';
import { groupFindings } from '../../findings';
import { FindingsTable } from '../FindingsTable';
import { ObjectDiff } from '../YamlDiff';
import styles from './IncidentPage.module.css';

/**
 * The fields of the incident, or the raw diff of its objects.
 *
 * @internal
 */
export function IncidentFields(props: {
  incident: Incident;
  openId: string | undefined;
  onOpen: (finding: Finding) => void;
}) {
  const { incident, openId, onOpen } = props;
  const { findings, findingCount, entityRef } = incident;
  const [show] = useQueryState<'fields' | 'yaml'>('show', {
    fallback: 'fields',
    values: ['fields', 'yaml'],
  });
  const [object] = useQueryState('object', { fallback: '' });
  const patch = useQueryPatch();
  const title = `${findingCount} ${findingCount === 1 ? 'field' : 'fields'}`;
  const left = findingCount - findings.length;
  return (
    <SectionCard
      flush
      title={title}
      aside={
        findings.length > 0 && (
          <ToggleButtonGroup
            aria-label="Show"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[show]}
            onSelectionChange={keys =>
              patch({ show: keys.has('yaml') ? 'yaml' : undefined })
            }
          >
            <ToggleButton id="fields" size="small">
              Fields
            </ToggleButton>
            <ToggleButton id="yaml" size="small">
              YAML diff
            </ToggleButton>
          </ToggleButtonGroup>
        )
      }
    >
      {findings.length === 0 && (
        <div className={styles.inset}>
          <StatePanel kind="empty" title="No field differs any more" />
        </div>
      )}
      {findings.length > 0 && show === 'yaml' && (
        <ObjectDiff
          entityRef={entityRef}
          findings={findings}
          chosen={object}
          onChoose={key => patch({ object: key })}
        />
      )}
      {findings.length > 0 && show === 'fields' && (
        <FindingsTable
          label={title}
          groups={groupFindings(findings, 'none', [])}
          reasons={false}
          compact
          hideCause={findings.every(
            finding => levelOf(finding) === incident.level,
          )}
          openId={openId}
          onOpen={onOpen}
        />
      )}
      {findings.length > 0 && left > 0 && (
        <p className={styles.inset}>
          {left} more {left === 1 ? 'field is' : 'fields are'} not listed.
        </p>
      )}
    </SectionCard>
  );
}

function levelOf({ direction, source, attribution }: Finding): CauseLevel {
  return direction === 'git-ahead' && source?.commit
    ? 'git-commit'
    : attribution?.level ?? 'none';
}

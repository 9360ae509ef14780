import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PlumblineTheme } from '@plumbline/backstage-plugin-plumbline-react';
import { AuditExplorer } from '../AuditExplorer';
import { LiveSwitch } from '../AuditExplorer/LiveSwitch';
import { PAGE_SIZE } from '../AuditExplorer/pageSize';
import { useAuditFilters } from '../AuditExplorer/useAuditFilters';
import { useEntityList } from '../AuditExplorer/useAuditList';
import styles from './ActivityTab.module.css';

/** What happened to this entity, in plain words. */
export function ActivityTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const state = useAuditFilters(entityRef);
  const pages = useEntityList(entityRef, {
    ...state.query,
    ...state.range,
    limit: PAGE_SIZE,
  });
  return (
    <PlumblineTheme page>
      <div className={styles.head}>
        <LiveSwitch state={state} />
      </div>
      <AuditExplorer ofEntity state={state} pages={pages} />
    </PlumblineTheme>
  );
}

import { Container, Header } from '@backstage/ui';
import {
  CopyButton,
  PlumblineTheme,
} from '@plumbline/backstage-plugin-plumbline-react';
import { AuditExplorer } from '../AuditExplorer';
import { useAuditFilters } from '../AuditExplorer/useAuditFilters';
import { useSearchList } from '../AuditExplorer/useAuditList';
import { PAGE_SIZE } from '../AuditExplorer/pageSize';
import { LiveSwitch } from '../AuditExplorer/LiveSwitch';

/** What happened, in plain words, on every cluster. */
export function AuditPage() {
  const state = useAuditFilters(undefined);
  const pages = useSearchList({
    ...state.query,
    ...state.range,
    limit: PAGE_SIZE,
  });
  return (
    <PlumblineTheme>
      <Header
        title="What happened"
        customActions={
          <>
            <LiveSwitch state={state} />
            <CopyButton text={window.location.href} label="Copy link" />
          </>
        }
      />
      <Container>
        <AuditExplorer state={state} pages={pages} />
      </Container>
    </PlumblineTheme>
  );
}

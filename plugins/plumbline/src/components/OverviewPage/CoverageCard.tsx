import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type { Overview } from '@plumbline/backstage-plugin-plumbline-common';
import { SectionCard } from '@plumbline/backstage-plugin-plumbline-react';
import { coverageRouteRef, unattributedRouteRef } from '../../routes';
import styles from './OverviewPage.module.css';

/** How many services are seen, and why the others are not. The counts add up to the services. */
export function CoverageCard(props: {
  coverage: Overview['coverage'];
  unattributedShare: number;
  needsSetUp: number | undefined;
}) {
  const { coverage, unattributedShare, needsSetUp } = props;
  const coverageHref = useRouteRef(coverageRouteRef);
  const unattributedHref = useRouteRef(unattributedRouteRef);
  const total = coverage.reduce((sum, item) => sum + item.count, 0);
  return (
    <SectionCard
      title="Coverage"
      aside={
        <Link href={coverageHref()}>
          {needsSetUp ? `${needsSetUp} need set-up` : 'Details'}
        </Link>
      }
    >
      <dl className={styles.bars}>
        {coverage.map((item, index) => (
          <div key={item.label}>
            <dt>{item.label}</dt>
            <dd className={styles.bar} aria-hidden>
              <span
                data-first={index === 0 ? '' : undefined}
                style={{ width: `${total ? (item.count / total) * 100 : 0}%` }}
              />
            </dd>
            <dd>{item.count}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        <Link variant="body-small" href={unattributedHref()}>
          {(unattributedShare * 100).toFixed(1)} % of events
        </Link>{' '}
        belong to no service
      </p>
    </SectionCard>
  );
}

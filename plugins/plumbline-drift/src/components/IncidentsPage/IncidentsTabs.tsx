import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { useLocation } from 'react-router-dom';
import { ignoreRulesRouteRef, incidentsRouteRef } from '../../routes';
import styles from './IncidentsTabs.module.css';

/**
 * The way between the incidents and the rules that keep differences from becoming one. Links, since each leads to a
 * page of its own.
 *
 * @internal
 */
export function IncidentsTabs() {
  const { pathname } = useLocation();
  const pages = [
    { title: 'Incidents', href: useRouteRef(incidentsRouteRef)() },
    { title: 'Ignore rules', href: useRouteRef(ignoreRulesRouteRef)() },
  ];
  return (
    <nav aria-label="Drift incidents" className={styles.tabs}>
      {pages.map(({ title, href }) => (
        <Link
          key={href}
          href={href}
          standalone
          className={styles.tab}
          aria-current={pathname.endsWith(href) ? 'page' : undefined}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}

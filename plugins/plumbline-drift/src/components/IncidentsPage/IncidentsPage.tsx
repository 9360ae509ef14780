import { PlumblineTheme } from '@plumbline/backstage-plugin-plumbline-react';
import { Route, Routes } from 'react-router-dom';
import { ignoreRulesRouteRef, incidentRouteRef } from '../../routes';
import { IgnoreRulesPage } from '../IgnoreRules';
import { IncidentList } from '../IncidentList';
import { IncidentPage } from '../IncidentPage';

/**
 * The page *Drift incidents*: the list, and below it one incident, or the ignore rules.
 *
 * @public
 */
export function IncidentsPage() {
  return (
    <PlumblineTheme>
      <Routes>
        <Route index element={<IncidentList />} />
        <Route path={ignoreRulesRouteRef.path} element={<IgnoreRulesPage />} />
        <Route path={incidentRouteRef.path} element={<IncidentPage />} />
      </Routes>
    </PlumblineTheme>
  );
}

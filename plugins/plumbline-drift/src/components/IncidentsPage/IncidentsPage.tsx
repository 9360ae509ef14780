import { PlumblineTheme } from '@plumbline/backstage-plugin-plumbline-react';
import { Route, Routes } from 'react-router-dom';
import { incidentRouteRef } from '../../routes';
import { IncidentList } from '../IncidentList';
import { IncidentPage } from '../IncidentPage';

/**
 * The page *Drift incidents*: the list, and one incident below it.
 *
 * @public
 */
export function IncidentsPage() {
  return (
    <PlumblineTheme>
      <Routes>
        <Route index element={<IncidentList />} />
        <Route path={incidentRouteRef.path} element={<IncidentPage />} />
      </Routes>
    </PlumblineTheme>
  );
}

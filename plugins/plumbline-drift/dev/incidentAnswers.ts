import {
  hotFixDetailFixture,
  incidentDetailFixture,
  incidentFixtures,
  incidentStatisticsFixture,
  timelineFixture,
  waysOutFixture,
} from '@plumbline/backstage-plugin-plumbline-react/testUtils';

/**
 * @param path - below the plugin's address
 * @returns what the backend answers on incidents; `undefined` for other paths and incidents that are not there.
 */
export function incidentAnswer(path: string): unknown {
  if (path === '/v1/incidents') {
    const items = incidentFixtures();
    return { items, total: items.length };
  }
  if (path === '/v1/incident-statistics') {
    return incidentStatisticsFixture();
  }
  const [, id, part] =
    path.match(/^\/v1\/incidents\/([^/]+)(?:\/([^/]+))?$/) ?? [];
  const incident = incidentFixtures().find(item => item.id === id);
  switch (incident && (part ?? 'detail')) {
    case 'detail':
    case 'state':
      return incident?.number === 212
        ? hotFixDetailFixture()
        : incidentDetailFixture(incident);
    case 'timeline':
      return timelineFixture();
    case 'ways-out':
      return waysOutFixture();
    default:
      return undefined;
  }
}

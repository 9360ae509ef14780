import type { Overview } from '@plumbline/backstage-plugin-plumbline-common';
import {
  formatDuration,
  SEVERITIES,
} from '@plumbline/backstage-plugin-plumbline-react';

/** A figure with what it means. */
export interface Figure {
  id: string;
  label: string;
  /** `unknown` where there is no number. */
  value: string;
  notes: string[];
}

/**
 * The five figures at the head of the overview. What could not be looked at makes a count "at least".
 */
export function overviewFigures(overview: Overview): Figure[] {
  const { figures, unobserved } = overview;
  const count = (value: number) => {
    if (unobserved.length === 0) {
      return String(value);
    }
    return value === 0 ? 'none seen' : `at least ${value}`;
  };
  const severities = SEVERITIES.filter(
    severity => figures.openIncidentsBySeverity[severity] > 0,
  )
    .slice(0, 2)
    .map(
      severity => `${figures.openIncidentsBySeverity[severity]} ${severity}`,
    );
  return [
    {
      id: 'fields',
      label: 'Drifted fields',
      value: count(figures.driftedFields),
      notes: [`in ${figures.driftedServices} of ${figures.services} services`],
    },
    {
      id: 'incidents',
      label: 'Open incidents',
      value: count(figures.openIncidents),
      notes: severities.length > 0 ? [severities.join(', ')] : [],
    },
    {
      id: 'life',
      label: 'Median life of an incident',
      value:
        figures.medianIncidentSeconds === undefined
          ? 'unknown'
          : formatDuration(figures.medianIncidentSeconds),
      notes: [
        figures.medianIncidentSeconds === undefined
          ? 'none is resolved yet'
          : 'from the write to resolved',
      ],
    },
    {
      id: 'friction',
      label: 'Mean friction score',
      value:
        figures.meanFrictionScore === undefined
          ? 'unknown'
          : String(Math.round(figures.meanFrictionScore)),
      notes: [
        !figures.scoredServices
          ? 'no service has a score'
          : `of ${figures.scoredServices} services with a score`,
      ],
    },
    {
      id: 'coverage',
      label: 'Services covered',
      value: `${figures.coveredServices} of ${figures.services}`,
      notes:
        figures.needsSetUp === undefined || figures.needsSetUp === 0
          ? []
          : [
              `${figures.needsSetUp} ${
                figures.needsSetUp === 1 ? 'needs' : 'need'
              } set-up`,
            ],
    },
  ];
}

import type {
  Band,
  CoveragePage,
  Feed,
  IncidentSummary,
  Severity,
  TrendPoint,
} from '@plumbline/backstage-plugin-plumbline-common';

/** What the overview is made of. Everything is already limited to what the reader may see. */
export interface OverviewFacts {
  services: ServiceFacts[];
  /** Not resolved ones, the newest. */
  openIncidents: IncidentSummary[];
  /** How many are not resolved, also of those that the list leaves out. */
  openIncidentsBySeverity: Record<Severity, number>;
  /** Life of the incidents resolved within the period, from the proven or strong write (else from opening) to the end. Milliseconds. */
  resolvedLives: number[];
  /** When incidents were open, with how many fields, for the trend. Times are milliseconds since the epoch. */
  incidentSpans: { openedAt: number; resolvedAt?: number; fields: number }[];
  feeds: Feed[];
  /** Of all stored events; undefined when there are none. */
  unattributed?: { unattributedEvents: number; totalEvents: number };
  /** Days of the period, `YYYY-MM-DD`, oldest first. */
  days: string[];
}

/** What is known of one service. */
export interface ServiceFacts {
  entityRef: string;
  title: string;
  /** As the coverage page says. */
  setUp: CoveragePage['items'][number]['state'];
  driftedFields: number;
  /** Clusters of its targets. */
  clusters: string[];
  friction: {
    state: 'scored' | 'quiet' | 'no-feed' | 'not-resolved';
    score?: number;
    band?: Band;
    /** Against the score seven days ago. */
    changeSinceWeekAgo?: number;
    /** One point for each day of the period; a day without a value has no audit events. */
    daily: TrendPoint[];
  };
}

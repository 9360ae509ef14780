import type {
  Direction,
  FindingType,
} from '@plumbline/backstage-plugin-plumbline-common';

/** What the impact of a difference depends on. */
export interface SeverityInput {
  kind: string;
  path: string;
  type: FindingType;
  direction: Direction;
  desired?: unknown;
  live?: unknown;
  /** Whether pods of a declared workload that runs read it: of a ConfigMap or Secret. */
  isUsed: boolean;
  /** Whether the field is a label by which something picks pods. */
  isSelected: boolean;
}

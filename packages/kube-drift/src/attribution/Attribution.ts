/**
 * How much may be said about who wrote a field:
 * `proven` a recorded request body is the last change of the field;
 * `strong` no body, but owner, tool and time agree with one person's write;
 * `likely` one person wrote the object, the body is unknown;
 * `ambiguous` several fit, none is named as the one;
 * `tool-only` the field manager is known, the person is not;
 * `none` there is no evidence.
 *
 * @public
 */
export type AttributionLevel =
  | 'proven'
  | 'strong'
  | 'likely'
  | 'tool-only'
  | 'ambiguous'
  | 'none';

/**
 * One reason for a level, or one that is wanting.
 *
 * @public
 */
export interface AttributionEvidence {
  kind: 'audit-event' | 'managed-fields' | 'observation';
  text: string;
  /** Of the request; clients choose it, so only with the time it says which one. */
  auditID?: string;
  /** ISO 8601 time of the request, as its event gives it. */
  time?: string;
  /** `false` for what would have allowed a higher level and is not there. */
  holds: boolean;
}

/** @public */
export interface Attribution {
  level: AttributionLevel;
  /** User names as the audit events give them; empty when nobody is named. */
  principals: string[];
  /** The request that wrote the field. */
  auditID?: string;
  /** The requests that the claim rests on. */
  eventIDs?: string[];
  /** The command that most likely made the request; absent when no kubectl did. */
  command?: string;
  wording: string;
  /** ISO 8601 time of the write. */
  time?: string;
  evidence: AttributionEvidence[];
}

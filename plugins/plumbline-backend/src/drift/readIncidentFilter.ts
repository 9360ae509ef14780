import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { Severity } from '@plumbline/backstage-plugin-plumbline-common';
import { z } from 'zod';
import type { IncidentFilter } from './DriftStore';
import type { IncidentLevel, IncidentState } from './records';

const severities = [
  'critical',
  'high',
  'medium',
  'low',
] as const satisfies readonly Severity[];
const levels = [
  'proven',
  'strong',
  'likely',
  'tool-only',
  'ambiguous',
  'none',
  'git-commit',
] as const satisfies readonly IncidentLevel[];

/** One value or several: a repeated parameter arrives as a list. */
const listOf = <T extends z.ZodTypeAny>(item: T) =>
  z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(100).optional(),
  );

const query = z.object({
  state: z.enum(['open', 'acknowledged', 'resolved', 'all']).default('open'),
  entity: listOf(z.string()),
  cluster: listOf(z.string()),
  severity: listOf(z.enum(severities)),
  level: listOf(z.enum(levels)),
  q: z.string().max(256).optional(),
});

const page = z.object({
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const STATES: Record<string, IncidentState[] | undefined> = {
  open: ['open', 'reopened'],
  acknowledged: ['acknowledged'],
  resolved: ['resolved'],
  all: undefined,
};

/**
 * Reads the filters of an incident list.
 *
 * @throws InputError
 */
export function readIncidentFilter(
  input: unknown,
): Omit<IncidentFilter, 'searchNames'> {
  const parsed = read(query, input);
  return {
    states: STATES[parsed.state],
    entityRefs: parsed.entity?.map(toEntityRef),
    clusters: parsed.cluster,
    severities: parsed.severity,
    levels: parsed.level,
    text: parsed.q,
  };
}

/**
 * Reads which page is asked for.
 *
 * @throws InputError
 */
export function readIncidentPage(input: unknown): {
  cursor?: string;
  limit: number;
} {
  return read(page, input);
}

function read<T extends z.ZodTypeAny>(schema: T, input: unknown): z.infer<T> {
  const result = schema.safeParse(input);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new InputError(`${issue.path.join('.')}: ${issue.message}`);
  }
  return result.data;
}

function toEntityRef(text: string): string {
  return stringifyEntityRef(
    parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    }),
  );
}

import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { StateRequest } from './lifecycle/changeState';

const body = z.object({
  state: z.enum(['acknowledged', 'open']),
  note: z
    .string()
    .max(2000)
    // PostgreSQL stores no NUL.
    .refine(text => !text.includes('\0'), 'it holds a NUL character')
    .transform(text => text.trim() || undefined)
    .optional(),
  until: z
    .string()
    .datetime({ offset: true })
    .transform(text => Date.parse(text))
    .optional(),
});

/**
 * Reads what a person does to an incident.
 *
 * @throws InputError
 */
export function readStateRequest(input: unknown): StateRequest {
  const parsed = body.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(`${issue.path.join('.')}: ${issue.message}`);
  }
  return parsed.data;
}

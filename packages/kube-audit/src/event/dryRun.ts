import { arrayAt } from './json';

/** What decides whether a request was a rehearsal. */
export interface DryRunInput {
  verb: string;
  subresource?: string;
  query: URLSearchParams;
  body: unknown;
}

/**
 * `dryRun=All` rides in the query for most verbs, but in the body for a delete
 * (DeleteOptions) and an eviction; without that body nobody can tell.
 */
export function dryRunOf(input: DryRunInput): boolean | 'unknown' {
  if (input.query.getAll('dryRun').includes('All')) {
    return true;
  }
  const inBody =
    input.verb === 'delete' ||
    input.verb === 'deletecollection' ||
    input.subresource === 'eviction';
  if (!inBody) {
    return false;
  }
  if (input.body === undefined || input.body === null) {
    return 'unknown';
  }
  return (
    arrayAt(input.body, 'dryRun').includes('All') ||
    arrayAt(input.body, 'deleteOptions', 'dryRun').includes('All')
  );
}

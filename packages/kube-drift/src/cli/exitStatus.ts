import { Comparison } from '../Comparison';

/** A missing or unexpected object is drift; one we could not look at is not. */
export function isInSync({ objects }: Comparison): boolean {
  return objects.every(
    ({ verdict }) => verdict === 'none' || verdict === 'unverifiable',
  );
}

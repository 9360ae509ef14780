import { Situation } from '../situations';

/**
 * What a situation's things are called.
 *
 * @internal
 */
export function namesOf({ id }: Situation): {
  namespace: string;
  /** The component whose page shows it. */
  component: string;
} {
  return { namespace: `case-${id}`, component: `case-${id}` };
}

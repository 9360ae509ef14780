import { accessFacts } from './accessFacts';
import { execFacts } from './execFacts';
import type { Fact } from './Fact';
import { podSecurityFacts } from './podSecurityFacts';
import { policyFacts } from './policyFacts';
import { workloadFacts } from './workloadFacts';

/** The built-in tests a rule may name under `facts`. */
export const FACTS: ReadonlyMap<string, Fact> = new Map(
  Object.entries({
    ...accessFacts,
    ...execFacts,
    ...podSecurityFacts,
    ...policyFacts,
    ...workloadFacts,
  }),
);

import type { SeverityInput } from '../SeverityInput';

/** By name of a rule: what it is the first to apply to, and what looks alike and is not meant. */
export type ImpactCases = Record<
  string,
  { applies: Partial<SeverityInput>[]; not: Partial<SeverityInput>[] }
>;

export const POD = 'spec.template.spec';
export const API = `${POD}.containers[name=api]`;

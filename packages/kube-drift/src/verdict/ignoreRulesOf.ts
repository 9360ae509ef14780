import { DiffOptions } from '../DiffOptions';
import { IgnoreRule } from './ignoreRule';

/** All rules that the options of a comparison hold, the short forms too. */
export function ignoreRulesOf(options: DiffOptions): IgnoreRule[] {
  return [
    ...(options.ignoreRules ?? []),
    ...(options.ignore ?? []).map(path => ({ path })),
    ...(options.ignoreWildcard ?? []).map(path => ({ path })),
    ...(options.ignoreJsonPointers ?? []).map(jsonPointer => ({ jsonPointer })),
    ...(options.ignoreJq ?? []).map(jq => ({ jq })),
    ...(options.ignoreRegex ?? []).map(regex => ({ regex })),
    ...(options.ignoreManagers ?? []).map(manager => ({ manager })),
  ];
}

import type { IgnoreRule } from '@plumbline/backstage-plugin-plumbline-common';

/** @internal */
export const RULE_STATE_WORDS: Record<IgnoreRule['state'], string> = {
  active: 'Active',
  paused: 'Paused',
  expired: 'Expired',
};

/** Which objects a rule means, e.g. `Deployment/web in payments`. @internal */
export function objectsOf(
  rule: Pick<IgnoreRule, 'kind' | 'group' | 'namespace' | 'objectName'>,
): string {
  const kind = rule.kind ?? 'any kind';
  const object = rule.objectName ? `${kind}/${rule.objectName}` : `${kind}`;
  const group = rule.group ? ` (${rule.group})` : '';
  return `${object}${group}${rule.namespace ? ` in ${rule.namespace}` : ''}`;
}

/** Which fields a rule means. @internal */
export function fieldsOf(
  rule: Pick<IgnoreRule, 'path' | 'jsonPointer' | 'jq' | 'manager'>,
): string {
  const where = rule.path ?? rule.jsonPointer ?? rule.jq;
  const manager = rule.manager && `written by ${rule.manager}`;
  return [where, manager].filter(Boolean).join(' ') || 'all fields';
}

/** `1 finding in 1 service`. @internal */
export function countHidden(findings: number, services: number): string {
  return `${findings} ${
    findings === 1 ? 'finding' : 'findings'
  } in ${services} ${services === 1 ? 'service' : 'services'}`;
}

const SERVICES_SHOWN = 5;

/** The services that a rule would hide something of; of many the first. @internal */
export function servicesOf(entityRefs: string[]): string {
  const more = entityRefs.length - SERVICES_SHOWN;
  const names = entityRefs.slice(0, SERVICES_SHOWN).join(', ');
  return more > 0 ? `${names} and ${more} more` : names;
}

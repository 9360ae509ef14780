import type { TargetSync } from '@plumbline/backstage-plugin-plumbline-common';

/** What a controller does by itself, e.g. `, automated, self-heal is off`; empty when it does not say. @internal */
export function syncPolicyWords(
  sync: Pick<TargetSync, 'automated' | 'phase' | 'selfHeal' | 'suspended'>,
): string {
  const { automated, phase, selfHeal, suspended } = sync;
  const words = [
    phase && phase !== 'Succeeded' ? phase.toLowerCase() : undefined,
    suspended ? 'suspended' : undefined,
    automated === undefined
      ? undefined
      : `sync is ${automated ? 'automated' : 'by hand'}`,
    selfHeal === undefined
      ? undefined
      : `self-heal is ${selfHeal ? 'on' : 'off'}`,
  ].filter(word => word !== undefined);
  return words.map(word => `, ${word}`).join('');
}

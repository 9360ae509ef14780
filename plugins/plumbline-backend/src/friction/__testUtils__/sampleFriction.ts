import { randomUUID } from 'node:crypto';
import { sortableId } from '../../database/sortableId';
import type { FrictionEventRecord } from '../FrictionStore';

/** A friction event: jane opened a shell, unless told otherwise. */
export function sampleFriction(
  overrides: Partial<FrictionEventRecord> & { time: number },
): FrictionEventRecord {
  return {
    id: sortableId(overrides.time),
    act: randomUUID(),
    entityRef: 'component:default/cart',
    cluster: 'prod',
    ruleId: 'pod-shell',
    severity: 'high',
    points: 10,
    eventId: sortableId(overrides.time),
    title: 'Shell in a pod',
    actor: { name: 'jane@example.com', class: 'human' },
    object: { resource: 'pods', namespace: 'shop', name: 'cart-0' },
    sentence: 'jane@example.com opened a shell in pod shop/cart-0',
    people: ['jane@example.com'],
    ...overrides,
  };
}

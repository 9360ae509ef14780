import { createPermission } from '@backstage/plugin-permission-common';

/** Post audit events of a cluster. Restrict every cluster's access token to this one. @public */
export const auditEventCreatePermission = createPermission({
  name: 'plumbline.audit-event.create',
  attributes: { action: 'create' },
});

/** Read audit events. Events of an entity are shown to whoever may see the entity as well. @public */
export const auditEventReadPermission = createPermission({
  name: 'plumbline.audit-event.read',
  attributes: { action: 'read' },
});

/** Read drift findings and incidents. @public */
export const driftReadPermission = createPermission({
  name: 'plumbline.drift.read',
  attributes: { action: 'read' },
});

/** Start a drift run by hand. @public */
export const driftRunPermission = createPermission({
  name: 'plumbline.drift.run',
  attributes: { action: 'update' },
});

/** Acknowledge incidents and take that back. @public */
export const incidentUpdatePermission = createPermission({
  name: 'plumbline.incident.update',
  attributes: { action: 'update' },
});

/** Write ignore rules of entities that one may see. @public */
export const ignoreRuleWritePermission = createPermission({
  name: 'plumbline.ignore-rule.write',
  attributes: { action: 'update' },
});

/** Write ignore rules of the whole portal. @public */
export const portalIgnoreRuleWritePermission = createPermission({
  name: 'plumbline.portal-ignore-rule.write',
  attributes: { action: 'update' },
});

/** Read friction scores and events. @public */
export const frictionReadPermission = createPermission({
  name: 'plumbline.friction.read',
  attributes: { action: 'read' },
});

/** Read coverage, feeds, quarantine and unattributed objects. @public */
export const coverageReadPermission = createPermission({
  name: 'plumbline.coverage.read',
  attributes: { action: 'read' },
});

/** See people's names instead of pseudonyms; each use is recorded by the auditor. @public */
export const actorRevealPermission = createPermission({
  name: 'plumbline.actor.reveal',
  attributes: { action: 'read' },
});

/** All permissions of the suite. @public */
export const plumblinePermissions = [
  auditEventCreatePermission,
  auditEventReadPermission,
  driftReadPermission,
  driftRunPermission,
  incidentUpdatePermission,
  ignoreRuleWritePermission,
  portalIgnoreRuleWritePermission,
  frictionReadPermission,
  coverageReadPermission,
  actorRevealPermission,
];

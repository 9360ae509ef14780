import type { Recommendation } from '@plumbline/backstage-plugin-plumbline-common';
import {
  handsOffSince,
  isAllAhead,
  isAutoscaled,
  isByHand,
  isByPersonOrUnknown,
  isFootprint,
  isOfWholeObject,
} from './evidence';
import {
  ageText,
  agoText,
  capitalised,
  commitsOf,
  fieldsOf,
  nameOf,
  sentence,
  syncText,
  valuesText,
  writtenBy,
} from './reasons';
import { ailingWorkloads, healthText } from './workloads';
import type { RecommendationInput } from './RecommendationInput';

/** Changes by hand that are younger may be somebody at work. */
export const GRACE = 30 * 60_000;
/** Footprints of tools that are younger may still be in use. */
export const LEFTOVER = 24 * 3_600_000;

/** A row of the table. */
export interface RecommendationRule {
  /** From 1. */
  rule: number;
  applies(input: RecommendationInput): boolean;
  recommend(
    input: RecommendationInput,
  ): Pick<Recommendation, 'id' | 'text' | 'reason'> & { restores?: boolean };
}

const ageOf = ({ now, incident }: RecommendationInput) =>
  now - incident.begin.at;
/** How long nobody can have been at work on it, at the least. */
const restOf = ({ now, incident, findings, managers }: RecommendationInput) =>
  now - Math.min(incident.begin.at, handsOffSince(findings, managers));
const isAnyByHand = ({ findings, managers }: RecommendationInput) =>
  findings.some(finding => isByHand(finding, managers));

/** Rows of the table, in its order; the first that applies decides. */
export const RULES: readonly RecommendationRule[] = [
  {
    rule: 1,
    applies: ({ incident }) => incident.unverifiedSince !== undefined,
    recommend: ({ target, incident, now }) => ({
      id: 'investigate',
      text: 'It cannot be compared now: mend what keeps it from being looked at',
      reason: sentence(
        `Unverified for ${ageText(now - (incident.unverifiedSince ?? now))}`,
        target.look?.problem?.reason,
      ),
    }),
  },
  {
    rule: 2,
    applies: ({ findings, managers }) =>
      findings.every(
        finding =>
          finding.verdict !== 'drift' && !isAutoscaled(finding, managers),
      ),
    recommend: ({ findings }) => ({
      id: 'ignore',
      text: `A rule says that it is ${findings[0].verdict}`,
      reason: findings[0].reason,
    }),
  },
  {
    rule: 3,
    applies: input =>
      isAllAhead(input.findings) &&
      !input.target.look?.sync?.suspended &&
      ageOf(input) < 2 * input.interval,
    recommend: input => ({
      id: 'monitor',
      text: `Git is ahead: wait for the sync of ${commitsOf(input.findings)}`,
      reason: sentence(
        `It has waited for ${ageText(
          ageOf(input),
        )}, less than two checks (${ageText(2 * input.interval)})`,
        syncText(input),
      ),
    }),
  },
  {
    rule: 4,
    applies: ({ findings }) => isAllAhead(findings),
    recommend: input => ({
      id: 'investigate',
      text: `${capitalised(
        commitsOf(input.findings),
      )} does not arrive: see why the sync is ${
        input.target.look?.sync?.suspended ? 'suspended' : 'stuck'
      }`,
      reason: sentence(
        `It has waited for ${ageText(ageOf(input))}`,
        syncText(input),
      ),
    }),
  },
  {
    rule: 5,
    applies: ({ findings, managers }) =>
      findings.every(
        finding =>
          finding.verdict === 'expected' && isAutoscaled(finding, managers),
      ),
    recommend: ({ findings }) => ({
      id: 'ignore',
      text: `An autoscaler owns it: take ${fieldsOf(findings)} out of Git`,
      reason: findings[0].reason,
    }),
  },
  {
    rule: 6,
    applies: ({ incident }) => incident.fight !== undefined,
    recommend: ({ incident: { fight }, now }) => ({
      id: 'investigate',
      text: 'Two writers set it in turn: let only one of them own the field',
      reason:
        fight &&
        `${fight.managers.join(' and ') || 'Somebody'} set ${fight.path} ${
          fight.turns
        } times in ${ageText(now - fight.since)}${valuesText(fight.values)}`,
    }),
  },
  {
    rule: 7,
    applies: ({ findings, managers }) =>
      findings.some(
        finding =>
          finding.severity === 'critical' &&
          isByPersonOrUnknown(finding, managers),
      ),
    recommend: ({ findings }) => {
      const critical = findings.filter(one => one.severity === 'critical');
      return {
        id: 'investigate',
        text: 'It touches security or data: find out why it was made, then restore what Git says',
        reason: `${fieldsOf(critical)} of ${nameOf(
          critical[0].ref,
        )} is critical; ${writtenBy(critical)}`,
        restores: true,
      };
    },
  },
  {
    rule: 8,
    applies: input => isAnyByHand(input) && ailingWorkloads(input).length > 0,
    recommend: input => {
      const [{ name, health }] = ailingWorkloads(input);
      const since = new Date(health.since).toISOString();
      return {
        id: 'investigate',
        text: 'It may be a hot fix, or have broken what it meant to mend: talk to whoever changed it before you restore',
        reason: `${name} is unhealthy, ${health.text}, since ${since}: ${
          health.since >= input.incident.begin.at ? 'after' : 'before'
        } the change; ${writtenBy(input.findings)}`,
        restores: true,
      };
    },
  },
  {
    rule: 9,
    applies: input =>
      input.findings.some(
        one => isByHand(one, input.managers) && !isFootprint(one),
      ) &&
      !input.findings.some(isOfWholeObject) &&
      restOf(input) >= GRACE,
    recommend: input => ({
      id: 'reconcile',
      text: 'Changed by hand: decide which side is right. Adopt the value into Git, or restore what Git says',
      reason: sentence(
        capitalised(
          `${writtenBy(input.findings)}, ${agoText(
            input,
          )}, beyond the ${ageText(GRACE)} of grace`,
        ),
        healthText(input),
      ),
      restores: true,
    }),
  },
  {
    rule: 10,
    applies: ({ findings }) => findings.every(isFootprint),
    recommend: input =>
      ageOf(input) < LEFTOVER
        ? {
            id: 'monitor',
            text: 'The footprint of a known tool; see that it goes within a day',
            reason: `${fieldsOf(input.findings)} has been there for ${ageText(
              ageOf(input),
            )}`,
          }
        : {
            id: 'reconcile',
            text: 'The footprint of a known tool has stayed for more than a day: restore what Git says',
            reason: `${fieldsOf(input.findings)} has been there for ${ageText(
              ageOf(input),
            )}`,
            restores: true,
          },
  },
  {
    rule: 11,
    applies: input =>
      input.findings.every(({ type }) => type === 'stale') &&
      !isAnyByHand(input),
    recommend: ({ findings }) => ({
      id: 'reconcile',
      text: `Git no longer declares it, but it stayed behind (${
        findings.length
      } ${findings.length === 1 ? 'field' : 'fields'}): prune it`,
      reason: `Git removed it by ${commitsOf(findings)}; no person wrote it`,
    }),
  },
  {
    rule: 12,
    applies: ({ findings }) =>
      findings.some(({ type }) => type === 'object-missing'),
    recommend: ({ findings }) => {
      const missing = findings.filter(one => one.type === 'object-missing');
      const byPerson = missing.some(one => one.attribution?.people.length);
      return {
        id: byPerson ? 'investigate' : 'reconcile',
        text: byPerson
          ? 'A person deleted it: ask why before it is restored'
          : 'Git declares it and it is gone: restore it',
        reason: `${nameOf(missing[0].ref)} is missing; ${writtenBy(missing)}`,
        restores: true,
      };
    },
  },
  {
    rule: 13,
    applies: ({ findings }) =>
      findings.some(({ type }) => type === 'object-unexpected'),
    recommend: ({ findings }) => ({
      id: 'investigate',
      text: 'It runs but Git does not declare it: find out who needs it, then declare or delete it',
      reason: findings.find(({ type }) => type === 'object-unexpected')?.reason,
    }),
  },
  {
    rule: 14,
    applies: () => true,
    recommend: input => otherwise(input),
  },
];

/** What no other row says: nothing to do now, unless it matters and nobody is at work on it. */
function otherwise(
  input: RecommendationInput,
): ReturnType<RecommendationRule['recommend']> {
  const evidence = `${writtenBy(input.findings)}, ${agoText(input)}`;
  const reason = capitalised(evidence);
  if (isAnyByHand(input) && restOf(input) < GRACE) {
    return {
      id: 'monitor',
      text: `Changed by hand less than ${ageText(
        GRACE,
      )} ago: it may be a fix that is being tried out`,
      reason,
    };
  }
  const grave = input.findings.filter(
    ({ severity }) => severity === 'high' || severity === 'critical',
  );
  return grave.length > 0
    ? {
        id: 'investigate',
        text: 'It matters, and no evidence says that a person changed it: find out what did, then adopt or restore',
        reason: `${fieldsOf(grave)} of ${nameOf(grave[0].ref)} is ${
          grave[0].severity
        }; ${evidence}`,
        restores: true,
      }
    : { id: 'monitor', text: 'Low impact; keep an eye on it', reason };
}

import { RULE_SCHEMA } from './ruleTexts.generated';

/**
 * The JSON schema (draft 7) of a rule file; also published as
 * `schema/friction-rules.schema.json` of this package.
 * @public
 */
export const frictionRuleSchema: object = JSON.parse(RULE_SCHEMA);

import type {
  IgnoreRuleInput,
  ImportedIgnoreRules,
} from '@plumbline/backstage-plugin-plumbline-common';
import { readArgoIgnoreDifferences } from '@plumbline/kube-drift';

const MAX_NAME = 120;

/** Reads Argo CD's `ignoreDifferences` into rules to look at and save. */
export function importRules(yaml: string): ImportedIgnoreRules {
  const { rules, refused } = readArgoIgnoreDifferences(yaml);
  return {
    rules: rules.map<IgnoreRuleInput>(
      ({ title = '', group, kind, namespace, name, ...rule }, index) => ({
        name: shortened(title, index + 1),
        reason: 'Taken over from ignoreDifferences of Argo CD',
        group,
        kind,
        namespace,
        objectName: name,
        jsonPointer: rule.jsonPointer,
        jq: rule.jq,
        manager: rule.manager,
        active: true,
      }),
    ),
    refused,
  };
}

/** Names tell rules apart, also where their ends are cut. */
function shortened(title: string, number: number): string {
  const end = `… (${number})`;
  return title.length <= MAX_NAME
    ? title
    : `${title.slice(0, MAX_NAME - end.length)}${end}`;
}

import { isList, isMap, JsonMap, JsonValue, own, ownAt } from '../values/json';
import { readDocuments } from '../yaml/readDocuments';
import {
  importArgoIgnoreDifferences,
  ImportedIgnoreRules,
} from './argoIgnoreDifferences';

const OVERRIDE = 'resource.customizations.ignoreDifferences.';

/**
 * Reads Argo CD's `ignoreDifferences` out of YAML: the list itself, a mapping
 * or an Application that has it, or the ConfigMap `argocd-cm` with its
 * `resource.customizations.ignoreDifferences.<group>_<kind>`.
 *
 * @public
 */
export function readArgoIgnoreDifferences(text: string): ImportedIgnoreRules {
  const entries: JsonValue[] = [];
  const refused: string[] = [];
  for (const value of valuesOf(text, refused)) {
    const found = entriesOf(value, refused);
    if (found === undefined) {
      refused.push(
        'There is neither a list of ignoreDifferences, nor an Application or argocd-cm that has it',
      );
    }
    entries.push(...(found ?? []));
  }
  const imported = importArgoIgnoreDifferences(entries);
  return { rules: imported.rules, refused: [...refused, ...imported.refused] };
}

function valuesOf(text: string, refused: string[]): JsonValue[] {
  const { documents, errors } = readDocuments(text, 'ignoreDifferences');
  refused.push(
    ...errors.map(({ file, line, message }) =>
      [file, line, message].filter(part => part !== undefined).join(': '),
    ),
  );
  return documents.map(({ value }) => value).filter(value => value !== null);
}

function entriesOf(
  value: JsonValue,
  refused: string[],
): JsonValue[] | undefined {
  if (isList(value)) {
    return value;
  }
  if (!isMap(value)) {
    return undefined;
  }
  const list = [
    own(value, 'ignoreDifferences'),
    ownAt(value, 'spec', 'ignoreDifferences'),
    ownAt(value, 'spec', 'template', 'spec', 'ignoreDifferences'),
  ].find(isList);
  const data = own(value, 'data');
  return list ?? (isMap(data) ? overridesIn(data, refused) : undefined);
}

/** Rules of the whole Argo CD installation, one key per group and kind. */
function overridesIn(
  data: JsonMap,
  refused: string[],
): JsonValue[] | undefined {
  const keys = Object.keys(data).filter(key => key.startsWith(OVERRIDE));
  if (keys.length === 0) {
    return undefined;
  }
  return keys.flatMap(key =>
    valuesOf(String(data[key]), refused).map(value => ({
      ...(isMap(value) && value),
      ...groupKindOf(key.slice(OVERRIDE.length)),
    })),
  );
}

/** `apps_Deployment`, `Service` of the core group, `all`. */
function groupKindOf(text: string): { group: string; kind: string } {
  if (text === 'all') {
    return { group: '*', kind: '*' };
  }
  const at = text.lastIndexOf('_');
  return { group: text.slice(0, Math.max(at, 0)), kind: text.slice(at + 1) };
}

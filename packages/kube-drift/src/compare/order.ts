import { isMap, JsonValue, own } from '../values/json';

/** Why the order of a keyed list makes a difference, when it does. */
export function whyOrderMatters(
  listName: string | undefined,
  desired: readonly JsonValue[],
  live: readonly JsonValue[],
): string | undefined {
  if (listName === 'initContainers') {
    return followsSameOrder(desired, live)
      ? undefined
      : 'the order matters: init containers run one after the other';
  }
  if (listName === 'env') {
    const reference = changedReference(desired, live);
    return reference === undefined
      ? undefined
      : `the order matters: ${reference} refers to a variable that must stand before it`;
  }
  return undefined;
}

/** Whether the elements that both lists hold follow each other alike. */
function followsSameOrder(
  desired: readonly JsonValue[],
  live: readonly JsonValue[],
): boolean {
  const [wanted, found] = [namesOf(desired), namesOf(live)];
  const [declared, served] = [new Set(wanted), new Set(found)];
  const inBoth = wanted.filter(name => served.has(name));
  const stillThere = found.filter(name => declared.has(name));
  return inBoth.every((name, at) => name === stillThere[at]);
}

/**
 * A variable that reads another by `$(NAME)`, which stands before it on one
 * side only: where it stands after, the text stays as it is.
 */
function changedReference(
  desired: readonly JsonValue[],
  live: readonly JsonValue[],
): string | undefined {
  const declared = new Set(namesOf(desired));
  const [wanted, found] = [
    resolvedReferences(desired, declared),
    resolvedReferences(live, declared),
  ];
  return namesOf(desired).find(
    name =>
      found.has(name) &&
      [...(wanted.get(name) ?? [])].join() !==
        [...(found.get(name) ?? [])].join(),
  );
}

/** By variable, the declared variables before it that it reads. */
function resolvedReferences(
  variables: readonly JsonValue[],
  declared: ReadonlySet<string>,
): Map<string, Set<string>> {
  const before = new Set<string>();
  const references = new Map<string, Set<string>>();
  for (const variable of variables) {
    const name = own(variable, 'name');
    if (typeof name === 'string' && declared.has(name)) {
      const read = referencesIn(own(variable, 'value'));
      references.set(name, new Set(read.filter(other => before.has(other))));
      before.add(name);
    }
  }
  return references;
}

/** Names in `$(NAME)`; `$$(NAME)` is plain text. */
function referencesIn(value: JsonValue | undefined): string[] {
  return typeof value === 'string' && value.includes('$(')
    ? [...value.matchAll(/\$\$|\$\(([^()]+)\)/g)].flatMap(([, name]) =>
        name === undefined ? [] : [name],
      )
    : [];
}

function namesOf(list: readonly JsonValue[]): string[] {
  return list.filter(isMap).flatMap(item => {
    const name = own(item, 'name');
    return typeof name === 'string' ? [name] : [];
  });
}

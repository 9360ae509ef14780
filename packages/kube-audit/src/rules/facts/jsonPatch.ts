import { isObject, type JsonObject } from '../../event/json';

/**
 * The values a JSON patch sets, as a merge patch (removed ones are null), so
 * that one reader understands every kind of patch. Other bodies stay.
 */
export function asMergePatch(body: unknown): unknown {
  if (!Array.isArray(body)) {
    return body;
  }
  const root: JsonObject = {};
  for (const op of body) {
    if (isObject(op) && typeof op.path === 'string') {
      setAt(root, op.path, op.op === 'remove' ? null : op.value);
    }
  }
  return root;
}

function setAt(root: JsonObject, pointer: string, value: unknown): void {
  const keys = pointer
    .split('/')
    .slice(1)
    .map(k => k.replace(/~1/g, '/').replace(/~0/g, '~'));
  let node: unknown = root;
  keys.forEach((key, i) => {
    const last = i === keys.length - 1;
    const child = last ? value : emptyFor(keys[i + 1]);
    node = step(node, key, child, last);
  });
}

/** Puts `child` under `key` unless a container is there already; returns what is there. */
function step(
  node: unknown,
  key: string,
  child: unknown,
  replace: boolean,
): unknown {
  if (Array.isArray(node)) {
    // Positions do not matter to a reader of values, and a hostile index must
    // not make a huge array.
    node.push(child);
    return child;
  }
  if (!isObject(node)) {
    return undefined;
  }
  const present = Object.hasOwn(node, key) ? node[key] : undefined;
  if (!replace && typeof present === 'object' && present !== null) {
    return present;
  }
  Object.defineProperty(node, key, {
    value: child,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return child;
}

function emptyFor(nextKey: string): unknown {
  return /^(\d+|-)$/.test(nextKey) ? [] : {};
}

import { Alias, isMap, isPair, isScalar, isSeq, Node, visit } from 'yaml';
import { Path } from '../path/segment';
import { Slot } from './slot';
import { UnpatchableError } from './textEdit';

/** Names of the anchors that an alias of the document refers to. */
export function sharedAnchors(root: Node | null): Set<string> {
  const names = new Set<string>();
  if (root) {
    visit(root, {
      Alias: (_key: unknown, alias: Alias) => {
        names.add(alias.source);
      },
    });
  }
  return names;
}

/**
 * The slot of an object of the document: the root, or an item of a `List`.
 *
 * @throws UnpatchableError when the list is shared by an anchor
 */
export function slotAt(root: Node | null, at: Path): Slot {
  if (!root) {
    throw new UnpatchableError('the document is empty');
  }
  let slot: Slot = { kind: 'root', node: root };
  let node: unknown = root;
  for (const segment of at) {
    slot = stepInto(node, segment);
    node =
      slot.kind === 'pair' ? slot.pair.value : slot.container.items[slot.index];
  }
  return slot;
}

function stepInto(
  node: unknown,
  segment: Path[number],
): Exclude<Slot, { kind: 'root' }> {
  if ('index' in segment && isSeq(node)) {
    return { kind: 'item', container: node, index: segment.index };
  }
  if ('field' in segment && isMap(node)) {
    const pair = node.items.find(
      item =>
        isPair(item) &&
        isScalar(item.key) &&
        String(item.key.value) === segment.field,
    );
    if (pair) {
      return { kind: 'pair', container: node, pair };
    }
  }
  throw new UnpatchableError('its list is shared by an anchor');
}

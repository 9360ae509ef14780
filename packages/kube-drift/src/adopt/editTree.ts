import {
  isMap as isMapNode,
  isPair,
  isScalar,
  isSeq as isSeqNode,
  Pair,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { isList, isMap, JsonMap, JsonValue, sameJson } from '../values/json';
import { insertItem, removeItems } from './editList';
import { insertPair, removePair } from './editMap';
import { replaceValue } from './replaceValue';
import { assertOwn, nodeOf, Operation, Slot } from './slot';
import { UnpatchableError } from './textEdit';

/**
 * Collects the smallest edits after which a value reads as it should.
 *
 * @param before - the value as the text says it now
 * @throws UnpatchableError
 */
export function editTree(
  operation: Operation,
  slot: Slot,
  before: JsonValue,
  after: JsonValue,
): void {
  if (sameJson(before, after)) {
    return;
  }
  const node = nodeOf(slot);
  assertOwn(operation, node);
  if (
    isMap(before) &&
    isMap(after) &&
    isMapNode(node) &&
    keepsKey(before, after)
  ) {
    editMap(operation, node, before, after);
  } else if (
    isList(before) &&
    isList(after) &&
    isSeqNode(node) &&
    before.length > 0 &&
    after.length > 0
  ) {
    editList(operation, node, before, after);
  } else {
    replaceValue(operation, slot, after);
  }
}

function keepsKey(before: JsonMap, after: JsonMap): boolean {
  return Object.keys(before).some(key => Object.hasOwn(after, key));
}

function editMap(
  operation: Operation,
  container: YAMLMap,
  before: JsonMap,
  after: JsonMap,
): void {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) {
      removePair(operation, container, pairOf(container, key));
    } else if (!sameJson(before[key], after[key])) {
      const slot: Slot = {
        kind: 'pair',
        container,
        pair: pairOf(container, key),
      };
      editTree(operation, slot, before[key], after[key]);
    }
  }
  for (const key of Object.keys(after)) {
    if (!Object.hasOwn(before, key)) {
      insertPair(operation, container, key, after[key]);
    }
  }
}

function pairOf(container: YAMLMap, key: string): Pair {
  const pair = container.items.find(
    item =>
      isPair(item) && isScalar(item.key) && String(item.key.value) === key,
  );
  if (!pair) {
    throw new UnpatchableError(
      'the value comes from a merge key (<<), which other places share',
    );
  }
  return pair;
}

/** What is alike at both ends stays as it is written; between them, items are paired in order. */
function editList(
  operation: Operation,
  container: YAMLSeq,
  before: JsonValue[],
  after: JsonValue[],
): void {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && sameJson(before[head], after[head])) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < least - head &&
    sameJson(before.at(-1 - tail), after.at(-1 - tail))
  ) {
    tail += 1;
  }
  const paired = least - tail;
  for (let index = head; index < paired; index++) {
    const slot: Slot = { kind: 'item', container, index };
    editTree(operation, slot, before[index], after[index]);
  }
  if (paired < before.length - tail) {
    removeItems(operation, container, paired, before.length - tail);
  }
  after
    .slice(paired, after.length - tail)
    .forEach(item => insertItem(operation, container, paired, item));
}

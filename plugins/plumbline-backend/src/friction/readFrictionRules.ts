import type { RuleSet } from '@plumbline/kube-audit';
import { readFile } from 'node:fs/promises';
import { loadFrictionRules, type RuleText } from './loadFrictionRules';

/**
 * The rules of the built-in pack, an operator's files and those that modules add.
 *
 * @param files - paths, in the order in which they replace each other's rules
 * @throws Error when a file cannot be read, and what {@link loadFrictionRules} throws
 */
export async function readFrictionRules(
  files: readonly string[],
  added: readonly RuleText[],
): Promise<RuleSet> {
  const texts = await Promise.all(
    files.map(async source => ({
      yaml: await readFile(source, 'utf8'),
      source,
    })),
  );
  return loadFrictionRules([...texts, ...added]);
}

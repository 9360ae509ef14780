import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

it('is what the generator makes of the packs and the schema', () => {
  const generated = execFileSync(
    process.execPath,
    [resolve(root, 'scripts/generate-rule-texts.mjs'), '--stdout'],
    { encoding: 'utf8' },
  );
  expect(
    readFileSync(resolve(__dirname, 'ruleTexts.generated.ts'), 'utf8'),
  ).toBe(generated);
});

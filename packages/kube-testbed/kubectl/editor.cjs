#!/usr/bin/env node
// What `kubectl edit` starts in place of a person's editor: replaces one text by another.
const { readFileSync, writeFileSync } = require('node:fs');

const file = process.argv[2];
const { EDIT_FROM, EDIT_TO } = process.env;
const text = readFileSync(file, 'utf8');
if (!text.includes(EDIT_FROM)) {
  process.stderr.write(`editor: "${EDIT_FROM}" is not in the file\n`);
  process.exit(1);
}
writeFileSync(
  file,
  text.replace(EDIT_FROM, () => EDIT_TO),
);

#!/usr/bin/env node
/*
 * Writes what is made from src/schema/openapi.yaml: the specification as a module, which the request validator loads
 * from source and from a bundle alike, and the types that backend and client share.
 *
 *   node scripts/generate-openapi.js           writes both
 *   node scripts/generate-openapi.js --check   fails when one is not current
 */
const fs = require('node:fs');
const path = require('node:path');
const yaml = require('js-yaml');
const prettier = require('prettier');

const folder = path.resolve(__dirname, '..');
const source = path.join(folder, 'src/schema/openapi.yaml');
const moduleFile = path.join(folder, 'src/schema/openapi.generated.ts');
const typesFile = path.resolve(
  folder,
  '../plumbline-common/src/api/openapi.generated.ts',
);

function specificationModule() {
  const specification = yaml.load(fs.readFileSync(source, 'utf8'));
  return [
    '// Made from openapi.yaml by scripts/generate-openapi.js. Do not edit.',
    `export const specification = ${JSON.stringify(specification)};`,
    '',
  ].join('\n');
}

async function types() {
  const { default: openapiTS, astToString } = await import(
    'openapi-typescript'
  );
  const ast = await openapiTS(new URL(`file://${source}`));
  // API Extractor asks every exported type for a release tag and does not know these JSDoc tags.
  const tagged = astToString(ast)
    .replace(/@(description|constant|format|enum \{\w+\}) ?/g, '')
    .replace(
      /^export (interface|type) (paths|components|operations|webhooks|\$defs)\b/gm,
      '/** As openapi.yaml says. @public */\nexport $1 $2',
    );
  return `// Made from openapi.yaml by scripts/generate-openapi.js of the backend. Do not edit.\n${tagged}`;
}

async function main() {
  const wanted = new Map([
    [moduleFile, specificationModule()],
    [typesFile, await types()],
  ]);
  for (const [file, text] of wanted) {
    const formatted = prettier.format(text, {
      ...(await prettier.resolveConfig(file)),
      parser: 'typescript',
    });
    if (!process.argv.includes('--check')) {
      fs.writeFileSync(file, formatted);
    } else if (
      !fs.existsSync(file) ||
      fs.readFileSync(file, 'utf8') !== formatted
    ) {
      throw new Error(
        `${path.relative(
          process.cwd(),
          file,
        )} is not current; run \`yarn generate:openapi\``,
      );
    }
  }
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

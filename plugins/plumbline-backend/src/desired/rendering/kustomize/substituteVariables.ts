import { RenderError } from '@plumbline/backstage-plugin-plumbline-node';

/** Annotation or label by which an object opts out. */
const DISABLED = /kustomize\.toolkit\.fluxcd\.io\/substitute: ["']?disabled/;

/**
 * Puts values in the place of `${name}` and `${name:-default}` in the text of one document, as Flux does; `$${name}`
 * stays `${name}`. A name without a value becomes nothing.
 *
 * @throws RenderError for a function of the substitution that is not supported
 */
export function substituteVariables(
  document: string,
  values: Readonly<Record<string, string>>,
): string {
  if (DISABLED.test(document)) {
    return document;
  }
  return document.replace(
    /\$?\$\{([^}]*)\}/g,
    (match: string, expression: string) => {
      if (match.startsWith('$$')) {
        return match.slice(1);
      }
      const parts = /^([A-Za-z_]\w*)(?::?[-=](.*))?$/s.exec(expression);
      if (!parts) {
        throw new RenderError(
          'Cannot render: a variable is substituted with a function; only ${name} and ${name:-default} are supported',
        );
      }
      const [, name, fallback = ''] = parts;
      const value = Object.hasOwn(values, name) ? values[name] : '';
      return value === '' ? fallback : value;
    },
  );
}

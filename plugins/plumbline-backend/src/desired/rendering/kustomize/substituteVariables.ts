import { RenderError } from '@plumbline/backstage-plugin-plumbline-node';

/** Annotation or label by which an object opts out. */
const DISABLED = /kustomize\.toolkit\.fluxcd\.io\/substitute: ["']?disabled/;

/**
 * Puts values in the place of `${name}` and `${name:-default}` in the text of one document, as Flux does; `$$` becomes `$`,
 * so `$${name}` stays `${name}`. A name without a value becomes nothing, and lines of a value become one.
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
    /\$\$|\$\{([^}]*)\}/g,
    (match: string, expression: string) => {
      if (match === '$$') {
        return '$';
      }
      const parts = /^([A-Za-z_]\w*)(?::?[-=]([^$\\]*))?$/.exec(expression);
      if (!parts) {
        throw new RenderError(
          'Cannot render: a variable is substituted with a function, or has a default with "$" or "\\" in it; only ${name} and ${name:-default} are supported',
        );
      }
      const [, name, fallback = ''] = parts;
      const value = Object.hasOwn(values, name) ? values[name] : '';
      return value.replaceAll('\n', '') || fallback;
    },
  );
}

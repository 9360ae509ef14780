import type { RenderedManifests } from '@plumbline/backstage-plugin-plumbline-node';
import { readManifests, type ManifestObject } from '@plumbline/kube-drift';

/**
 * Reads what `helm template` wrote: documents that each name the template that they come from. Hooks run at a release
 * and are not kept, so they are left out and named.
 *
 * @param fileOf - makes a path of the repository of a template's name, which begins with the chart's
 */
export function readTemplated(
  text: string,
  fileOf: (template: string | undefined) => string,
): Pick<RenderedManifests, 'objects' | 'errors' | 'skipped'> {
  const read: Pick<RenderedManifests, 'objects' | 'errors' | 'skipped'> = {
    objects: [],
    errors: [],
    skipped: [],
  };
  let template: string | undefined;
  for (const document of text.split(/^---$/m)) {
    // A file of `crds/` names itself once, before its first document.
    template = /^# Source: (.+)$/m.exec(document)?.[1] ?? template;
    const file = fileOf(template);
    const { objects, errors } = readManifests(document, { file });
    read.errors.push(...errors);
    for (const manifest of objects) {
      const hook = hookOf(manifest);
      if (hook === undefined) {
        read.objects.push(manifest);
      } else {
        read.skipped.push({
          path: file,
          reason: `declares a Helm hook (${manifest.object.kind}, ${hook}), which is not part of what runs`,
        });
      }
    }
  }
  return read;
}

function hookOf({ object }: ManifestObject): string | undefined {
  const { annotations } = object.metadata;
  const hook =
    typeof annotations === 'object' &&
    annotations !== null &&
    !Array.isArray(annotations)
      ? annotations['helm.sh/hook']
      : undefined;
  return typeof hook === 'string' ? hook : undefined;
}

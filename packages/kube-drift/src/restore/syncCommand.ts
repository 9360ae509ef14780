import { groupOf } from '../schema/registry';
import { applyFaults } from './applyFaults';
import type { DriftedObject } from './DriftedObject';
import { fieldWarnings } from './fieldWarnings';
import type {
  RestoreCommand,
  RestoreController,
  RestoreFinding,
  RestoreWarning,
} from './RestoreInput';
import { shellLine } from './shell';

/** The namespace in which Argo CD looks for applications unasked. */
const ARGOCD_NAMESPACE = 'argocd';

/** Lets the controller that runs the target bring it back. */
export function syncCommand(
  objects: readonly DriftedObject[],
  controller: RestoreController,
): RestoreCommand {
  const faults = objects.flatMap(applyFaults);
  const warnings = [
    ...objects.flatMap(object => fieldWarnings(object, object.fields)),
    ...faults.map(({ warning }) => warning),
  ];
  const left = new Set(faults.flatMap(({ fields }) => fields));
  const ends = objects.flatMap(({ presence, fields }) => [
    ...(presence ? [presence] : []),
    ...fields
      .filter(field => field.desired !== undefined && !left.has(field))
      .map(({ finding }) => finding),
  ]);
  return controller.kind === 'Application'
    ? argocd(objects, controller, { warnings, ends })
    : flux(controller, { warnings, ends });
}

interface Effects {
  warnings: RestoreWarning[];
  ends: RestoreFinding[];
}

function argocd(
  objects: readonly DriftedObject[],
  { name, namespace }: RestoreController,
  { warnings, ends }: Effects,
): RestoreCommand {
  return {
    text: shellLine(
      'argocd',
      'app',
      'sync',
      name,
      ...(namespace === ARGOCD_NAMESPACE ? [] : ['--app-namespace', namespace]),
      ...objects.flatMap(object => ['--resource', argoResource(object)]),
    ),
    tool: 'argocd',
    does: `Lets Argo CD apply these objects as the revision of Application ${name} says`,
    warnings: [
      ...warnings,
      {
        severity: 'info',
        title: 'Runs no hooks',
        text: 'A sync of chosen resources skips hooks and prunes nothing.',
      },
    ],
    ends,
  };
}

function argoResource({ apiVersion, kind, namespace, name }: DriftedObject) {
  return `${groupOf(apiVersion)}:${kind}:${
    namespace ? `${namespace}/` : ''
  }${name}`;
}

function flux(
  { kind, name, namespace }: RestoreController,
  { warnings, ends }: Effects,
): RestoreCommand {
  const isHelm = kind === 'HelmRelease';
  return {
    text: shellLine(
      'flux',
      'reconcile',
      isHelm ? 'helmrelease' : 'kustomization',
      name,
      '-n',
      namespace,
      '--with-source',
      ...(isHelm ? ['--force'] : []),
    ),
    tool: 'flux',
    does: `Lets Flux fetch the source anew and apply ${kind} ${name} as a whole`,
    warnings: [
      ...warnings,
      {
        severity: 'warning',
        title: 'Also applies other commits',
        text: 'Whatever was pushed since the last reconciliation comes with it.',
      },
    ],
    ends,
  };
}

import type { CoveragePage } from '@plumbline/backstage-plugin-plumbline-common';
import type { Figure } from '../../text/overviewFigures';

/** One entity with its five steps. */
export type CoverageItem = CoveragePage['items'][number];
/** One step of an entity. */
export type CoverageStep = CoverageItem['steps'][number];

/** The steps from left to right, with what each asks. */
export const STEPS: { id: CoverageStep['id']; title: string; asks: string }[] =
  [
    { id: 'annotation', title: 'Annotation', asks: 'Is there an annotation?' },
    { id: 'location', title: 'Source', asks: 'Can its repository be found?' },
    { id: 'manifests', title: 'Path in Git', asks: 'Are manifests there?' },
    { id: 'cluster', title: 'Cluster', asks: 'Can the cluster be read?' },
    { id: 'audit', title: 'Feed', asks: 'Do audit events arrive?' },
  ];

/** @returns the first step that failed; `undefined` when none did. */
export function failedStep(item: CoverageItem): CoverageStep | undefined {
  return item.steps.find(step => step.result === 'failed');
}

/** @returns the counts of the backend; they add up to all entities. */
export function coverageFigures(counts: CoveragePage['counts']): Figure[] {
  return [
    {
      id: 'total',
      label: 'Entities',
      value: String(counts.total),
      notes: ['that you may see'],
    },
    {
      id: 'covered',
      label: 'Covered',
      value: String(counts.covered),
      notes: ['all five steps hold'],
    },
    {
      id: 'needsSetUp',
      label: 'Need set-up',
      value: String(counts.needsSetUp),
      notes: ['something to paste or to correct'],
    },
    {
      id: 'unobservable',
      label: 'Unobservable',
      value: String(counts.unobservable),
      notes: ['set up, but could not be looked at'],
    },
  ];
}

/** @returns what to put into `catalog-info.yaml`, indented under `metadata.annotations`. */
export function annotationSnippet(name: string, annotation: string): string {
  const lines = annotation
    .trimEnd()
    .split('\n')
    .map(line => `    ${line}`);
  return ['metadata:', `  name: ${name}`, '  annotations:', ...lines].join(
    '\n',
  );
}

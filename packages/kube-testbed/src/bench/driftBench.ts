import { diffManifests, JsonMap, KubeObject } from '@plumbline/kube-drift';
import fastDeepEqual from 'fast-deep-equal';
import {
  declaredDeployment,
  DeploymentSize,
  liveDeployment,
  USUAL_SIZE,
} from './deploymentPair';
import { editedConfigMap, editedVariables } from './longPair';
import { Cost, measure, Task } from './measure';
import { Row } from './table';

/** Comparing equal Deployments is to be no slower than this, as a ratio. */
const LEAST_RATIO = 1.0;
/** Objects that hold defaults as well are to be about as quick as equal ones. */
const LEAST_RATIO_IN_SYNC = 0.8;
/** Ten times the fields may cost this much more per field. */
const MOST_GROWTH = 1.5;
/** Four times the entries may cost this much more per entry; a square costs 4. */
const MOST_GROWTH_LONG = 2.0;

type Pair = [desired: KubeObject, live: KubeObject];

/** One ratio, and how small or great it may be. */
interface Check {
  name: string;
  measured: number;
  least?: number;
  most?: number;
}

/** Figures of the comparison, and those of them that are not good enough. */
export function driftBench(): { rows: Row[]; failures: string[] } {
  const pairs = makePairs(USUAL_SIZE, 200);
  const large = makePairs(tenfold(USUAL_SIZE), 20);
  const equal = pairs.map(([, live]): Pair => [live, structuredClone(live)]);
  const costs = measure({
    deepEqual: task(equal, ([left, right]) => fastDeepEqual(left, right)),
    equal: task(equal, compare),
    batch: batch(equal),
    inSync: task(pairs, compare),
    edited: task(pairs.map(edit), compare),
    large: task(large, compare),
    fewKeys: long(editedConfigMap, 1_000),
    manyKeys: long(editedConfigMap, 4_000),
    fewVariables: long(editedVariables, 1_000),
    manyVariables: long(editedVariables, 4_000),
  });
  const ratio = costs.deepEqual.median / costs.equal.median;
  const inSync = costs.deepEqual.median / costs.inSync.median;
  const [few, many] = [countFields(pairs[0]), countFields(large[0])];
  const growth = costs.large.median / many / (costs.inSync.median / few);
  const keys = costs.manyKeys.median / costs.fewKeys.median;
  const variables = costs.manyVariables.median / costs.fewVariables.median;
  const perSecond = (cost: Cost) =>
    `${Math.round(1e6 / cost.median).toLocaleString('en')}/s`;
  const row = (name: string, cost: Cost): Row => [
    name,
    `${cost.median.toFixed(1)} µs`,
    `${cost.best.toFixed(1)} µs`,
    perSecond(cost),
  ];
  const checks: Check[] = [
    {
      name: 'fast-deep-equal / diffManifests, equal pairs',
      measured: ratio,
      least: LEAST_RATIO,
    },
    {
      name: 'fast-deep-equal of equal pairs / diffManifests in sync',
      measured: inSync,
      least: LEAST_RATIO_IN_SYNC,
    },
    {
      name: `time per field, ${many} / ${few} fields`,
      measured: growth,
      most: MOST_GROWTH,
    },
    {
      name: 'time per key of a ConfigMap, all edited, 4,000 / 1,000',
      measured: keys,
      most: MOST_GROWTH_LONG,
    },
    {
      name: 'time per variable, all edited and reversed, 4,000 / 1,000',
      measured: variables,
      most: MOST_GROWTH_LONG,
    },
  ];
  return {
    rows: [
      ['Deployments with managedFields', 'median', 'best', 'rate'],
      row('equal pairs, fast-deep-equal', costs.deepEqual),
      row('equal pairs, diffManifests', costs.equal),
      row('equal pairs, diffManifests, one call', costs.batch),
      row(`in sync, ${few} fields`, costs.inSync),
      row(`three fields edited, ${few} fields`, costs.edited),
      row(`in sync, ${many} fields`, costs.large),
      [],
      ['', 'measured', 'asked for'],
      ...checks.map(
        ({ name, measured, least, most }): Row => [
          name,
          `${measured.toFixed(2)}×`,
          least === undefined
            ? `≤ ${most?.toFixed(1)}×`
            : `≥ ${least.toFixed(1)}×`,
        ],
      ),
    ],
    failures: checks
      .filter(
        ({ measured, least = 0, most = Infinity }) =>
          measured < least || measured > most,
      )
      .map(({ name, measured }) => `${name}: ${measured.toFixed(2)}×`),
  };
}

function makePairs(size: DeploymentSize, count: number): Pair[] {
  return Array.from({ length: count }, (_, index): Pair => {
    const declared = declaredDeployment(index, size);
    return [declared, liveDeployment(declared)];
  });
}

function tenfold({ containers, variables }: DeploymentSize): DeploymentSize {
  return { containers: containers * 6, variables: variables * 3 };
}

/** Somebody scaled it, set another image and another variable. */
function edit([desired, live]: Pair): Pair {
  const copy = structuredClone(live);
  const spec = copy.spec as { replicas: number; template: { spec: JsonMap } };
  const [container] = spec.template.spec.containers as JsonMap[];
  const [variable] = container.env as JsonMap[];
  spec.replicas = 7;
  container.image = 'registry.example.com/shop/hotfix:1';
  variable.value = 'edited';
  return [desired, copy];
}

function compare([desired, live]: Pair): void {
  diffManifests([desired], [live]);
}

function task(pairs: Pair[], work: (pair: Pair) => void): Task {
  return { items: pairs.length, run: () => pairs.forEach(work) };
}

function batch(pairs: Pair[]): Task {
  const [desired, live] = [0, 1].map(side => pairs.map(pair => pair[side]));
  return {
    items: pairs.length,
    run: () => diffManifests(desired, live),
  };
}

/** Cost for each entry of one long object. */
function long(build: (entries: number) => Pair, entries: number): Task {
  const pair = build(entries);
  return { items: entries, run: () => compare(pair) };
}

/** Leaves of both sides, managed fields included. */
function countFields(pair: Pair): number {
  const count = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? Object.values(value).reduce<number>((sum, item) => sum + count(item), 0)
      : 1;
  return count(pair[1]);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { PortalApi, PortalFinding } from '../portal/PortalApi';
import { until, Waited } from '../until';
import { CheckList } from './CheckList';
import { CLUSTER, CheckedCluster } from './CheckedCluster';
import { Situation, Step, WayOutStep } from './situations';
import { describeFinding, judgeFindings } from './situations/judgeFindings';
import { Workbench } from './Workbench';

/** First looks at all of them, on a slow machine. */
const BASELINE_MS = 180_000;

const PATIENCE_MS = 45_000;

/** After the last command its audit event is on its way; what is not there by then is missed. */
const SETTLE_MS = 3_000;

/**
 * Plays all situations and checks what the portal says of each: verdict, type, direction, level, person and command.
 *
 * @internal
 */
export class SituationsCheck {
  readonly #cluster: CheckedCluster;
  readonly #api: PortalApi;
  readonly #checks: CheckList;
  /** Incidents of looks that came before CI had applied anything. */
  readonly #earlier = new Set<string>();

  constructor(cluster: CheckedCluster, checks: CheckList) {
    this.#cluster = cluster;
    this.#api = new PortalApi(cluster.portal.url);
    this.#checks = checks;
  }

  async run(situations: readonly Situation[]): Promise<void> {
    const { plane, workbench } = this.#cluster;
    await workbench.apply(plane);
    const clean: Situation[] = [];
    for (const situation of situations) {
      if (await this.#startsClean(situation)) {
        clean.push(situation);
      }
    }
    const played: Situation[] = [];
    for (const situation of clean) {
      if (await this.#play(situation)) {
        played.push(situation);
      }
    }
    await sleep(SETTLE_MS);
    for (const situation of played) {
      await this.#check(situation);
    }
  }

  async #startsClean(situation: Situation): Promise<boolean> {
    const component = Workbench.componentOf(situation);
    const since = new Date();
    await until({
      ask: () => this.#api.startDriftRuns(component),
      satisfies: () => true,
      since,
      timeoutMs: BASELINE_MS,
    });
    const { ok, value, problem } = await until({
      ask: () => this.#api.target(component, CLUSTER),
      satisfies: target => target?.state === 'in-sync',
      since,
      timeoutMs: BASELINE_MS,
    });
    if (!ok) {
      this.#checks.record(
        situation.title,
        false,
        `not in sync after CI applied it: ${value?.state ?? problem} ${
          value?.reason ?? ''
        }`,
      );
    }
    if (ok) {
      const before = await this.#api.incidents(component);
      before.forEach(({ id }) => this.#earlier.add(id));
    }
    return ok;
  }

  async #play(situation: Situation): Promise<boolean> {
    try {
      for (const step of situation.steps) {
        await this.#step(situation, step);
      }
      return true;
    } catch (error) {
      this.#checks.record(situation.title, false, String(error));
      return false;
    }
  }

  async #step(situation: Situation, step: Step): Promise<void> {
    const { plane, workbench } = this.#cluster;
    if ('command' in step) {
      await workbench.command(plane, situation, step);
    } else if ('commit' in step) {
      await workbench.commit(situation, step);
    } else if ('wayOut' in step) {
      await this.#takeWayOut(situation, step);
    } else {
      const { ok } = await until({
        ask: () => this.#api.findings(Workbench.componentOf(situation)),
        satisfies: found =>
          found.filter(({ verdict }) => verdict === 'drift').length >=
          (step.differences ?? 1),
        since: new Date(),
        timeoutMs: PATIENCE_MS,
      });
      if (!ok) {
        throw new Error('the hand edit is not shown as drift');
      }
    }
  }

  /** @throws Error when there is no such way, or it does not lead out */
  async #takeWayOut(
    situation: Situation,
    { user, wayOut }: WayOutStep,
  ): Promise<void> {
    const { plane, workbench } = this.#cluster;
    const incidents = await this.#api.incidents(
      Workbench.componentOf(situation),
    );
    for (const { id } of incidents.filter(one => one.state !== 'resolved')) {
      const { adopt, restore } = await this.#api.waysOut(id);
      if (wayOut === 'adopt') {
        for (const { patch } of some(adopt.patches, adopt.reason)) {
          await workbench.applyPatch(situation, patch);
        }
      } else {
        const narrow = restore.commands.filter(({ text }) => !isOfFile(text));
        for (const { text: line } of some(narrow, restore.reason)) {
          await workbench.runLine(plane, situation, { user, line });
        }
      }
    }
  }

  async #check(situation: Situation): Promise<void> {
    const found = await this.#lookAgain(situation);
    const problems = found.value
      ? judgeFindings(situation.findings, found.value)
      : [found.problem ?? 'no answer'];
    if (situation.resolution !== undefined) {
      problems.push(...(await this.#judgeEnd(situation)));
    }
    this.#checks.record(
      situation.title,
      problems.length === 0,
      problems.length === 0
        ? found.value?.map(describeFinding).join('; ') || 'nothing drifts'
        : problems.join('; '),
    );
  }

  /** What the portal shows after a look that began now, as soon as it is right. */
  async #lookAgain(situation: Situation): Promise<Waited<PortalFinding[]>> {
    const component = Workbench.componentOf(situation);
    const since = new Date();
    await this.#api.startDriftRuns(component);
    await until({
      ask: () => this.#api.lastCheckAt(component),
      satisfies: at => at !== undefined && at >= since,
      since,
      timeoutMs: PATIENCE_MS,
    });
    return until({
      ask: () => this.#api.findings(component),
      satisfies: found => judgeFindings(situation.findings, found).length === 0,
      since,
      timeoutMs: SETTLE_MS,
    });
  }

  async #judgeEnd(situation: Situation): Promise<string[]> {
    const component = Workbench.componentOf(situation);
    const { ok, value } = await until({
      ask: async () =>
        (
          await this.#api.incidents(component)
        ).filter(({ id }) => !this.#earlier.has(id)),
      satisfies: incidents =>
        incidents.length > 0 &&
        incidents.every(
          ({ state, resolution }) =>
            state === 'resolved' && resolution === situation.resolution,
        ),
      since: new Date(),
      timeoutMs: SETTLE_MS,
    });
    return ok
      ? []
      : [
          `its incident is ${
            value
              ?.map(({ state, resolution }) => `${state} ${resolution ?? ''}`)
              .join(', ') || 'not there'
          }, not resolved ${situation.resolution}`,
        ];
  }
}

/** @throws Error when there is none, with the reason that was given */
function some<T>(ways: T[], reason = 'no reason is given'): T[] {
  if (ways.length === 0) {
    throw new Error(`there is no such way out: ${reason}`);
  }
  return ways;
}

/** Whether a command brings back whole files. */
function isOfFile(line: string): boolean {
  return / -f /.test(line);
}

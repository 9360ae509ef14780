import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { load } from 'js-yaml';
import type { AuditEvent } from './event/AuditEvent';
import { normalizeEvent } from './event/normalizeEvent';
import { explainEvents } from './explainEvents';
import { explainText, type ExplainedLine } from './explainText';

/**
 * Recorded events of other projects, in the folder that `PLUMBLINE_CORPORA`
 * names. They are not part of the repository: without the variable the tests
 * are skipped.
 */
const corpora = process.env.PLUMBLINE_CORPORA;
const audit = join(corpora ?? '', 'audit');
if (!corpora) {
  process.stdout.write(
    'PLUMBLINE_CORPORA is not set: corpus tests are skipped\n',
  );
}
const describeCorpus = corpora ? describe : describe.skip;

function filesBelow(folder: string): string[] {
  return readdirSync(join(audit, folder), {
    withFileTypes: true,
    recursive: true,
  })
    .filter(f => f.isFile())
    .map(f => join(f.parentPath, f.name));
}

/** Upstream tests keep events as YAML, too: the same value as JSON. */
function textsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  if (!/\.ya?ml$/.test(file)) {
    return [text];
  }
  const value = load(text);
  return [JSON.stringify(value)];
}

const isRead = (line: ExplainedLine) => !('error' in line);

describeCorpus('the audit corpora', () => {
  it('reads every line of the real sources or says why not', () => {
    const table = [
      ['falcosecurity-falco/k8s_audit', { '{"kind": 0}': 1 }],
      ['openshift-cluster-logging-operator/apiaudit', {}],
      ['openshift-cluster-logging-operator/logsamples', {}],
      ['liggitt-audit2rbac', {}],
      ['afcollins-kube-audit-log-tool', {}],
    ] as const;
    const results = table.map(([folder, unreadable]) => {
      const lines = filesBelow(folder).flatMap(f =>
        textsOf(f).flatMap(t => explainText(t)),
      );
      const bad = lines.filter(l => !isRead(l));
      expect(bad).toHaveLength(Object.keys(unreadable).length);
      return `${folder}: ${lines.length - bad.length} read, ${
        bad.length
      } refused`;
    });
    process.stdout.write(`${results.join('\n')}\n`);
  });

  it('names a reason for each item it refuses in hand-trimmed and foreign data', () => {
    const folders = [
      'panther-labs-panther-analysis',
      'GoogleCloudPlatform-khi',
      'RichardoC-kube-audit-rest',
      'ConfigButler-gitops-reverser/audit-events',
    ];
    const reasons = new Map<string, number>();
    for (const folder of folders) {
      for (const file of filesBelow(folder)) {
        const texts = folder.startsWith('panther')
          ? JSON.parse(readFileSync(file, 'utf8')).tests.map(
              (t: { log: unknown }) => JSON.stringify(t.log),
            )
          : textsOf(file);
        for (const line of texts.flatMap((t: string) => explainText(t))) {
          const reason = 'error' in line ? line.error : 'read';
          expect(reason).toMatch(/\S/);
          const key = `${folder}: ${reason}`;
          reasons.set(key, (reasons.get(key) ?? 0) + 1);
        }
      }
    }
    const rows = [...reasons].map(([reason, count]) => `${count}\t${reason}`);
    process.stdout.write(`${rows.sort().join('\n')}\n`);
    expect(reasons.size).toBeGreaterThan(folders.length - 1);
  });

  it('fires nothing on a control plane at its normal work, and explains all of it', () => {
    const text = gunzipSync(
      readFileSync(join(audit, 'quiet/audit.log.gz')),
    ).toString();
    const lines = explainText(text);
    expect(lines).toHaveLength(903);
    expect(lines.filter(l => !isRead(l))).toEqual([]);
    expect(lines.flatMap(l => ('rules' in l ? l.rules : []))).toEqual([]);
    expect(lines.every(l => 'sentence' in l && l.sentence.length > 10)).toBe(
      true,
    );
  });

  it.each([
    ['create_nginx_pod_privileged_2nd_container', 'privileged-workload'],
    ['create_nginx_pod_sensitive_mount_2nd_container', 'privileged-workload'],
    ['attach_pod', 'pod-attach'],
    ['attach_cluster_admin_role', 'rbac-escalation'],
    ['create_cluster_role_wildcard_verbs', 'rbac-escalation'],
    ['create_cluster_role_write_privileges', 'rbac-change'],
    ['delete_cluster_role_kube_aggregator', 'rbac-system-role'],
    ['modify_cluster_role_node_problem_detector', 'rbac-system-role'],
    ['create_serviceaccount_kube_system_namespace', 'system-namespace-write'],
    ['create_configmap_sensitive_values', 'configmap-credentials'],
    ['delete_namespace_foo', 'destructive-delete'],
    ['create_deployment', 'manual-change'],
    ['create_nginx_pod_unprivileged', undefined],
    ['create_nginx_pod_nohostnetwork', undefined],
  ])('falco %s: %s', (file, rule) => {
    const path = join(audit, 'falcosecurity-falco/k8s_audit', `${file}.json`);
    const lines = explainText(readFileSync(path, 'utf8'));
    for (const line of lines) {
      const ids = 'rules' in line ? line.rules.map(r => r.id) : [];
      // The recording person is in system:masters, which is a finding of its own.
      const about = ids.filter(id => id !== 'break-glass');
      expect(about.includes(rule ?? '')).toBe(rule !== undefined);
      expect(about.length > 0).toBe(rule !== undefined);
    }
  });

  it.each(['request-response', 'metadata'])(
    'meets the demands of kubectl-live on rules and commands at level %s',
    level => {
      const folder = join(audit, 'kubectl-live');
      const demands = JSON.parse(
        readFileSync(join(folder, 'rules.json'), 'utf8'),
      )[level];
      const counts = { cases: 0, asExpected: 0, missed: 0, falseAlarms: 0 };
      for (const row of readFileSync(join(folder, `${level}.ndjson`), 'utf8')
        .trim()
        .split('\n')) {
        const { id, events, expect: wanted } = JSON.parse(row);
        const explained = explainEvents(
          events.map((e: AuditEvent) => normalizeEvent(e)),
        );
        const fired = new Set(explained.flatMap(e => e.rules.map(r => r.id)));
        const { must, may, any_of: groups = [] } = demands[id];
        const allowed = new Set([...must, ...may, ...groups.flat()]);
        counts.cases += 1;
        counts.missed +=
          must.filter((m: string) => !fired.has(m)).length +
          groups.filter((g: string[]) => !g.some(m => fired.has(m))).length;
        counts.falseAlarms += [...fired].filter(f => !allowed.has(f)).length;
        const shown = explained.filter(e => e.command).length;
        counts.asExpected += (wanted === null) === (shown === 0) ? 1 : 0;
      }
      process.stdout.write(
        `kubectl-live ${level}: ${JSON.stringify(counts)}\n`,
      );
      expect(counts).toMatchObject({ missed: 0, falseAlarms: 0 });
      expect(counts.asExpected / counts.cases).toBeGreaterThan(0.95);
    },
  );
});

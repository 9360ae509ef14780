/** A Deployment `web`; `metadata` is YAML that follows its name. */
export function web(replicas: number | string, metadata = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
${metadata === '' ? '' : `  ${metadata}\n`}spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: example.com/web:1 }] }
`;
}

/** A chart of {@link web}, by path in a repository. */
export const CHART = {
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.2.3\n',
  'charts/web/values.yaml': 'replicas: 1\n',
  'charts/web/templates/web.yaml': web(
    '{{ .Values.replicas }}',
    'labels: { backstage.io/kubernetes-id: {{ .Release.Name }} }',
  ),
};

/** The head of a branch is remembered for some seconds. */
export const HEAD_FRESH = 4_100;

/** Of findings as the bench tells them, those that are not as they should be. */
export function isDrift(finding: string): boolean {
  return !finding.includes(' expected ');
}

import type { SeverityInput } from './SeverityInput';
import { maxSeverity, severityOf } from './severityOf';

const input = (change: Partial<SeverityInput>): SeverityInput => ({
  kind: 'Deployment',
  path: 'spec.replicas',
  type: 'changed',
  direction: 'live-changed',
  isUsed: true,
  isSelected: false,
  ...change,
});

const CONTAINER = 'spec.template.spec.containers[name=api]';

describe('severityOf', () => {
  it.each<[string, Partial<SeverityInput>]>([
    ['critical', { path: `${CONTAINER}.securityContext.privileged` }],
    ['critical', { path: 'spec.template.spec.hostNetwork' }],
    ['critical', { path: 'spec.template.spec.serviceAccountName' }],
    ['critical', { kind: 'ClusterRole', path: 'rules' }],
    ['critical', { kind: 'NetworkPolicy', path: 'spec.ingress[0]' }],
    ['critical', { kind: 'Ingress', path: 'spec.rules[0].host' }],
    [
      'critical',
      { kind: 'StatefulSet', path: '$resource', type: 'object-missing' },
    ],
    [
      'critical',
      {
        path: `${CONTAINER}.image`,
        desired: 'registry.example.com/api:1',
        live: 'elsewhere.example.com/api:1',
      },
    ],
    [
      'critical',
      { path: `${CONTAINER}.image`, desired: 'api:1', live: 'api:latest' },
    ],
    [
      'high',
      {
        path: `${CONTAINER}.image`,
        desired: 'registry.example.com:5000/api:1',
        live: 'registry.example.com:5000/api:2',
      },
    ],
    ['high', { path: `${CONTAINER}.command[0]` }],
    ['high', { path: `${CONTAINER}.livenessProbe`, type: 'missing' }],
    ['high', { path: `${CONTAINER}.resources.limits.memory` }],
    ['high', { kind: 'ConfigMap', path: 'data.TIMEOUT' }],
    ['high', { path: '$resource', type: 'object-missing' }],
    ['high', { live: 0 }],
    ['medium', { live: 5 }],
    ['medium', { kind: 'Service', path: 'spec.ports[port=80].targetPort' }],
    ['low', { path: 'metadata.annotations.note' }],
    ['low', { kind: 'ClusterRole', path: 'metadata.labels.team' }],
  ])('is %s for %j', (severity, change) => {
    expect(severityOf(input(change), 'production')).toBe(severity);
  });
});

describe('maxSeverity', () => {
  it('is that of the most severe', () => {
    expect(maxSeverity(['low', 'critical', 'high'])).toBe('critical');
    expect(maxSeverity(['medium', 'low'])).toBe('medium');
    expect(maxSeverity([])).toBe('low');
  });
});

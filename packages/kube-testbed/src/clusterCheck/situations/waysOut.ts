import { CONFIG_MAP, DEPLOYMENT } from './manifests';
import { Situation, Step } from './Situation';

const UNTIL_IT_DRIFTS: Step = { wait: 'until it drifts' };

/** A hand edit, and what the portal offers against it. */
export const WAYS_OUT: readonly Situation[] = [
  {
    id: 'restored',
    title: 'the narrowest command brings back what Git says',
    manifests: DEPLOYMENT,
    apply: 'client-side',
    steps: [
      {
        user: 'jane',
        command: 'kubectl set env deployment/web LOG_LEVEL=debug REGION-',
      },
      UNTIL_IT_DRIFTS,
      { user: 'omar', wayOut: 'restore' },
    ],
    findings: [],
    resolution: 'reverted',
  },
  {
    id: 'adopted',
    title: 'the patch makes Git say what was edited by hand',
    manifests: CONFIG_MAP,
    apply: 'client-side',
    steps: [
      {
        user: 'jane',
        command: `kubectl patch configmap settings --type=merge -p '{"data":{"TIMEOUT_MS":"8000","MODE":null,"NOTE":"yes\\nno\\n"}}'`,
      },
      UNTIL_IT_DRIFTS,
      { user: 'jane', wayOut: 'adopt' },
    ],
    findings: [],
    resolution: 'adopted in Git',
  },
];

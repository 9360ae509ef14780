import { changed, CONFIG_MAP, DEPLOYMENT, GADGET } from './manifests';
import { Situation, Step } from './Situation';

/** With a text that a shell would read otherwise without its quotes. */
const TRICKY = changed(
  CONFIG_MAP,
  'MODE: strict',
  'MODE: "it\'s $HOME `id` \\"x\\"\\nüber"',
);

const untilDriftOf = (differences: number): Step => ({
  wait: 'until it drifts',
  differences,
});

/** A hand edit, and what the portal offers against it. */
export const WAYS_OUT: readonly Situation[] = [
  {
    id: 'restored',
    title: 'commands of every kind bring back what Git says',
    manifests: [DEPLOYMENT, TRICKY, GADGET].join('---\n'),
    apply: 'client-side',
    steps: [
      ...[
        'kubectl scale deployment/web --replicas=5',
        'kubectl set image deployment/web web=busybox',
        'kubectl set env deployment/web LOG_LEVEL=debug REGION- NEW=1',
        'kubectl set resources deployment/web --limits=cpu=2,memory=1Gi',
        'kubectl label deployment/web tier=back by=hand --overwrite',
        'kubectl annotate deployment/web example.com/owner-',
        `kubectl patch deployment/web --type=json -p '[{"op":"remove","path":"/spec/template/spec/containers/0/ports"}]'`,
        `kubectl patch configmap/settings --type=merge -p '{"data":{"MODE":null,"by":"hand"}}'`,
        `kubectl patch gadget/blue --type=json -p '[{"op":"remove","path":"/spec/parts/1"},{"op":"replace","path":"/spec/colour","value":"red"}]'`,
      ].map(command => ({ user: 'jane', command })),
      untilDriftOf(15),
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
      untilDriftOf(3),
      { user: 'jane', wayOut: 'adopt' },
    ],
    findings: [],
    resolution: 'adopted in Git',
  },
];

import { ControlPlane } from './ControlPlane';

/**
 * Makes or changes an object as its owner would, and then its status as its controller would.
 *
 * @internal
 */
export async function putObject(
  plane: ControlPlane,
  object: {
    apiVersion: string;
    kind: string;
    metadata: { name: string; namespace: string };
    status?: object;
    [field: string]: unknown;
  },
): Promise<void> {
  const { status, ...written } = object;
  await plane.mustRun('admin', ['apply', '-f', '-'], {
    input: JSON.stringify(written),
  });
  if (status) {
    await plane.mustRun('admin', [
      ...['patch', object.kind, object.metadata.name],
      ...['-n', object.metadata.namespace],
      ...['--subresource=status', '--type=merge'],
      ...['-p', JSON.stringify({ status })],
    ]);
  }
}

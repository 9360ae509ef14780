/** Groups without a dot that Kubernetes itself serves, and those under its own domain. */
const BUILT_IN_GROUP =
  /^(?:|apps|autoscaling|batch|extensions|policy|(?:admissionregistration|apiextensions|apiregistration|authentication|authorization|certificates|coordination|discovery|events|flowcontrol\.apiserver|internal\.apiserver|networking|node|rbac\.authorization|resource|scheduling|storage|storagemigration)\.k8s\.io)$/;

/** Whether only the cluster can know the kinds of a group. */
export function isCustomGroup(group: string): boolean {
  return !BUILT_IN_GROUP.test(group);
}

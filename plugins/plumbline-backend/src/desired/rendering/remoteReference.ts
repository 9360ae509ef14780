/**
 * Whether a reference may make a tool reach out: an address of any kind, as Git, Kustomize and Helm understand them.
 * Rather too much than too little: a local path needs none of these characters.
 */
export function looksRemote(reference: string): boolean {
  return (
    /[:?\\]|^git@|\.git(\/|$)|(^|\/)_git(\/|$)/i.test(reference) ||
    /^(www\.)?(github|gitlab|bitbucket)\.(com|org)(\/|$)/i.test(reference)
  );
}

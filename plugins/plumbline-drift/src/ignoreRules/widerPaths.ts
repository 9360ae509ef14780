/** Maps whose keys may hold dots: the key is one step however it is written. */
const FREE_MAPS =
  /^((?:.*?\.)?(?:labels|annotations|data|stringData|binaryData|matchLabels|nodeSelector))\.(.+)$/;

/**
 * Ways to say a path less exactly, from the narrowest: the path itself, any element of its lists, then what holds it.
 * A rule covers everything below its path.
 *
 * @param path - as findings name it; empty for the object as a whole
 * @returns distinct patterns in the syntax of ignore rules
 * @internal
 */
export function widerPaths(path: string): string[] {
  if (path === '' || path === '$resource') {
    return [path];
  }
  const anyElement = path.replace(/\[[^\]]*\]/g, '[*]');
  return [...new Set([path, anyElement, ...holdersOf(anyElement)])];
}

function holdersOf(path: string): string[] {
  const holders: string[] = [];
  for (let holder = holderOf(path); holder; holder = holderOf(holder)) {
    holders.push(holder);
  }
  return holders;
}

function holderOf(path: string): string | undefined {
  const free = FREE_MAPS.exec(path);
  if (free) {
    return free[1];
  }
  const end = path.endsWith(']')
    ? path.lastIndexOf('[')
    : path.lastIndexOf('.');
  const holder = path.slice(0, Math.max(end, 0));
  // `spec` alone would hide nearly everything: whoever means that types it.
  return holder.includes('.') ? holder : undefined;
}

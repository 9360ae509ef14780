const SHELL =
  /^([\w./-]*\/)?(sh|bash|ash|dash|zsh|ksh|fish|pwsh|powershell|cmd)(\.exe)?$/i;

/** Words of scripts that only look for the best shell there is. */
const SEARCH =
  /^(exec|command|-v|clear|export|TERM=[\w-]+|\d?>+\S*|\/dev\/null)$/;

/** Whether a command gives its caller a prompt: a bare shell, or a search for one on a terminal. */
export function opensShell(
  argv: readonly string[],
  terminal: boolean,
): boolean {
  const [program, ...args] = argv;
  if (program === undefined || !SHELL.test(program)) {
    return false;
  }
  if (args.every(arg => /^(-i|-l|-il|-li|--login)$/.test(arg))) {
    return true;
  }
  return terminal && args.length === 2 && args[0] === '-c' && isSearch(args[1]);
}

function isSearch(script: string): boolean {
  const words = script.split(/[\s;|&(){}[\]]+/).filter(word => word !== '');
  return (
    words.some(word => SHELL.test(word)) &&
    words.every(word => SHELL.test(word) || SEARCH.test(word))
  );
}

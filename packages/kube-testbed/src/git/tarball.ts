import { gzipSync } from 'node:zlib';

const BLOCK = 512;

/** A gzipped tar archive as hosts deliver it: everything lies in one folder. Undefined stands for a symbolic link. */
export function tarball(
  root: string,
  files: Record<string, string | Uint8Array | undefined>,
): Buffer {
  const entries = Object.entries(files).flatMap(([path, content]) => {
    const data = Buffer.from(content ?? '');
    const padding = Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK);
    const isLink = content === undefined;
    return [header(`${root}/${path}`, data.length, isLink), data, padding];
  });
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(2 * BLOCK)]));
}

function header(path: string, size: number, isLink: boolean): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(path, 0, 100);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write(isLink ? '2' : '0', 156);
  block.write(isLink ? '/etc/passwd' : '', 157);
  block.write('ustar\0' + '00', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

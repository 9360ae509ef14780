import { generate } from 'selfsigned';

/**
 * A certificate authority and a server certificate it signed, PEM throughout.
 *
 * @internal
 */
export interface IssuedCertificate {
  ca: string;
  cert: string;
  key: string;
}

/**
 * Makes a throw-away certificate authority and a server certificate for `localhost` and 127.0.0.1, valid for `days`.
 *
 * @internal
 */
export async function issueLoopbackCertificate(
  days: number = 365,
): Promise<IssuedCertificate> {
  const notBeforeDate = new Date();
  const notAfterDate = new Date(notBeforeDate.getTime() + days * 86_400_000);
  const validity = { notBeforeDate, notAfterDate, algorithm: 'sha256' };
  const authority = await generate(
    [{ name: 'commonName', value: 'Plumbline loopback CA' }],
    {
      ...validity,
      keyType: 'ec',
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...validity,
    keyType: 'ec',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { ca: authority.cert, cert: server.cert, key: server.private };
}

import { createHash, randomUUID, webcrypto } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';

/** Signs content with the city's key: detached CMS in DER (RFC 5652) with the attributes PAdES B-B asks for. */
export type Signer = Readonly<{ certificate: Uint8Array; sign(content: Uint8Array): Promise<Uint8Array> }>;

const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const oid = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
};

/** A signer from a private key (PKCS 8) and its certificate, both PEM. */
export async function createSigner(pem: { key: string; certificate: string }): Promise<Signer> {
  const keyBytes = bytesOfPem(pem.key);
  const certificate = bytesOfPem(pem.certificate);
  const key = await webcrypto.subtle.importKey('pkcs8', keyBytes, algorithm, false, ['sign']);
  const parsed = pkijs.Certificate.fromBER(certificate);
  return { certificate, sign: (content) => signDetached(key, parsed, content) };
}

/**
 * The signer of a city that has no key of its own yet: a key and a self-signed certificate, made once and kept in the
 * folder. The certificate says that it is for demonstration: nobody should take it for a qualified signature.
 */
export async function createDemoSigner(folder: string, cityName: string): Promise<Signer> {
  const path = join(folder, 'demo-signature.pem');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const { key, certificate } = await makeSelfSigned(`${cityName} (demonstration, not a qualified signature)`);
    keepFirst(path, `${key}${certificate}`);
  }
  const blocks = readFileSync(path, 'utf8').match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----\n?/g) ?? [];
  const [key = '', certificate = ''] = blocks;
  return createSigner({ key, certificate });
}

/** Keeps the text whole under the path, for its owner only; of several processes that start at once, the first one's. */
function keepFirst(path: string, text: string): void {
  const own = `${path}.${randomUUID()}`;
  writeFileSync(own, text, { mode: 0o600 });
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
}

function bytesOfPem(pem: string): Uint8Array<ArrayBuffer> {
  const body = pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
  return new Uint8Array(Buffer.from(body, 'base64'));
}

function pemOf(label: string, bytes: ArrayBuffer): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

async function makeSelfSigned(name: string): Promise<{ key: string; certificate: string }> {
  const pair = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({
    valueHex: webcrypto.getRandomValues(new Uint8Array([1, ...new Uint8Array(15)])).fill(1, 0, 1).buffer,
  });
  const commonName = new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1.Utf8String({ value: name }) });
  certificate.issuer.typesAndValues.push(commonName);
  certificate.subject.typesAndValues.push(commonName);
  certificate.notBefore.value = new Date(Date.now() - 86_400_000);
  certificate.notAfter.value = new Date(Date.now() + 10 * 365 * 86_400_000);
  // Key usage: digital signature and non-repudiation (RFC 5280, section 4.2.1.3).
  const usage = new asn1.BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 });
  certificate.extensions = [new pkijs.Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER() })];
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey as unknown as CryptoKey, engine);
  await certificate.sign(pair.privateKey as unknown as CryptoKey, 'SHA-256', engine);
  const key = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey);
  return { key: pemOf('PRIVATE KEY', key), certificate: pemOf('CERTIFICATE', certificate.toSchema(true).toBER()) };
}

async function signDetached(
  key: webcrypto.CryptoKey,
  certificate: pkijs.Certificate,
  content: Uint8Array,
): Promise<Uint8Array> {
  const digest = createHash('sha256').update(content).digest();
  const der = certificate.toSchema(true).toBER();
  const attribute = (type: string, value: asn1.AsnType) => new pkijs.Attribute({ type, values: [value] });
  const signedAttrs = new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute(oid.contentType, new asn1.ObjectIdentifier({ value: oid.data })),
      attribute(oid.messageDigest, new asn1.OctetString({ valueHex: new Uint8Array(digest).buffer })),
      attribute(oid.signingCertificateV2, signingCertificate(der)),
    ],
  });
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs,
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(key as unknown as CryptoKey, 0, 'SHA-256', new Uint8Array(content).buffer, engine);
  const wrapped = new pkijs.ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) });
  return new Uint8Array(wrapped.toSchema().toBER());
}

/** ESS signing-certificate-v2 with the default digest SHA-256 (RFC 5035, section 3): which certificate signed cannot be swapped. */
function signingCertificate(der: ArrayBuffer): asn1.Sequence {
  const hash = createHash('sha256').update(Buffer.from(der)).digest();
  const certificateId = new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: new Uint8Array(hash).buffer })] });
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [certificateId] })] });
}

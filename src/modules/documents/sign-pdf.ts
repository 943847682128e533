import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SignPdf } from '@signpdf/signpdf';
import { Signer as PdfSigner, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import type { Signer } from './signer.ts';

/** Room for the signature, in bytes: ours takes two kilobytes; chains of qualified certificates need more. */
const room = 16_384;

/** Hands our CMS to the library that finds the place for it in the file. */
class CityPdfSigner extends PdfSigner {
  readonly #signer: Signer;
  constructor(signer: Signer) {
    super();
    this.#signer = signer;
  }
  override async sign(content: Buffer): Promise<Buffer> {
    return Buffer.from(await this.#signer.sign(content));
  }
}

/**
 * The PDF with the city's signature over the whole file: PAdES B-B (ETSI EN 319 142-1), SubFilter ETSI.CAdES.detached.
 */
export async function signPdf(
  pdf: Buffer,
  signer: Signer,
  about: { name: string; reason: string; at: Date },
): Promise<Buffer> {
  const prepared = plainAddPlaceholder({
    pdfBuffer: pdf,
    reason: about.reason,
    name: about.name,
    contactInfo: '',
    location: '',
    signingTime: about.at,
    signatureLength: room,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
  });
  return new SignPdf().sign(prepared, new CityPdfSigner(signer));
}

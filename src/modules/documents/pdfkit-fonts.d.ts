import type { Font } from 'fontkit';

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes a font that fontkit has opened; its types do not say so yet. */
      registerFont(name: string, opened: Font): this;
    }
  }
}

import { use } from 'react';
import { FrameContext } from '#ui/frame.ts';

/**
 * What the page is about, for search engines (schema.org as JSON-LD). It is read and never run; no letter of it can end
 * the element it stands in.
 */
export function SchemaOrg({ about }: Readonly<{ about: Readonly<Record<string, unknown>> }>) {
  const { nonce } = use(FrameContext);
  return (
    <script type="application/ld+json" nonce={nonce}>
      {JSON.stringify(about).replaceAll('<', '\\u003c')}
    </script>
  );
}

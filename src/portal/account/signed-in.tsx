import { PageHead } from '#ui/page-head/PageHead.tsx';
import { useText } from '#ui/text.tsx';

/** After signing in on a second tab, because the session ended in the middle of a form. */
export default function SignedInPage() {
  const t = useText();
  return <PageHead title={t('account.signed-in')} lead={t('account.signed-in-what')} />;
}

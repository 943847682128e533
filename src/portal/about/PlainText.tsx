import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Panel } from '#ui/panel/Panel.tsx';

type PlainTextProps = Readonly<{
  title: string;
  lead: string;
  parts: readonly (readonly [title: string, text: string])[];
}>;

/** A page to be read: a lead and a few short parts. */
export function PlainText({ title, lead, parts }: PlainTextProps) {
  return (
    <>
      <PageHead title={title} lead={lead} />
      {parts.map(([name, text]) => (
        <Panel key={name} title={name}>
          <p>{text}</p>
        </Panel>
      ))}
    </>
  );
}

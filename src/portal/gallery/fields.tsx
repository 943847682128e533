import { FieldStates, fieldUis } from '#modules/forms/ui.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';

/** All states of all field types of the city's forms: for people and for the accessibility check. */
export default function FieldsGallery() {
  return (
    <>
      <PageHead title="UI: fields" back="/ui" />
      {Object.entries(fieldUis).map(([name, { examples }]) => (
        <section key={name} className="stack">
          <h2>{name}</h2>
          {examples.map((example) => (
            <FieldStates key={example.element.id} example={example} />
          ))}
        </section>
      ))}
    </>
  );
}

import { Button } from '#ui/button/Button.tsx';
import { useLanguage, useText } from '#ui/text.tsx';
import styles from '../field.module.css';
import { Field } from '../field.tsx';
import { controlName, removePart, stayControl } from '../field-type.ts';
import type { FieldProps, ReceivedDocument } from '../field-ui.ts';
import { sizeText } from './answer.tsx';
import { extensionsOf, filesLimit, kindsInWords } from './model.ts';

/** Documents received so far, each with a button that takes it out again, and a file control to add more. */
export function FilesInput(field: FieldProps) {
  const t = useText();
  const { element, raw, documents } = field;
  const limits = t('forms.files-limits', { max: filesLimit(element), kinds: kindsInWords(element) });
  return (
    <Field field={field} extra={limits}>
      {(ties) => (
        <>
          {raw.length > 0 && (
            <ul className={styles.files} aria-label={t('forms.files-received')}>
              {raw.map((id) => (
                <Received key={id} id={id} field={field} document={documents?.get(id)} />
              ))}
            </ul>
          )}
          <input {...ties} type="file" multiple={filesLimit(element) > 1} accept={extensionsOf(element)} />
          <Button kind="quiet" name={stayControl} value={element.id}>
            {t('forms.files-upload')}
          </Button>
        </>
      )}
    </Field>
  );
}

type ReceivedProps = Readonly<{ id: string; field: FieldProps; document: ReceivedDocument | undefined }>;

function Received({ id, field, document }: ReceivedProps) {
  const t = useText();
  const language = useLanguage();
  const name = document?.name ?? t('forms.file');
  return (
    <li>
      <span>
        {document?.href === undefined ? name : <a href={document.href}>{name}</a>}
        {document && <small className="soft"> {sizeText(document, language)}</small>}
      </span>
      <Button kind="quiet" name={controlName(field.element.id, removePart)} value={id}>
        <span aria-hidden="true">{t('forms.files-remove')}</span>
        <span className="hidden">{t('forms.files-remove-name', { name })}</span>
      </Button>
    </li>
  );
}

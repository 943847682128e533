import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { systemClock } from '#platform/clock.ts';
import { inOneStatement, inTransaction } from '#platform/db/index.ts';
import { createDiskStore } from '#platform/files/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { requiredProgram } from '#tests/support/outside-program.ts';
import { createDemoSigner, createDocuments, type Documents, type IssueInput } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'berdem-documents-'));
const pdfsig = requiredProgram('pdfsig');
const pdftotext = requiredProgram('pdftotext');
let database: Awaited<ReturnType<typeof testDatabase>>;
let documents: Documents;
const reads: string[] = [];

const aliya: Actor = { kind: 'person', personId: newId() };
const bulat: Actor = { kind: 'person', personId: newId() };
const officer: Actor = { kind: 'employee', employeeId: newId(), departmentId: 'kvb', roles: ['officer'] };

async function* bytes(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield typeof part === 'string' ? new Uint8Array(Buffer.from(part, 'latin1')) : part;
}

const input: IssueInput = {
  kind: 'decision',
  number: '2026-000007',
  issuedOn: '2026-11-24',
  language: 'tt',
  title: { ru: 'Ордер на производство земляных работ', tt: 'Җир эшләре башкаруга ордер', en: 'Excavation order' },
  authority: {
    ru: 'Исполнительный комитет города Казани',
    tt: 'Казан шәһәре Башкарма комитеты',
    en: 'Executive Committee of Kazan',
  },
  department: {
    ru: 'Комитет внешнего благоустройства',
    tt: 'Тышкы төзекләндерү комитеты',
    en: 'Committee of External Improvement',
  },
  signer: {
    name: 'Гарипова Ләйсән Өмет кызы',
    position: { ru: 'Начальник отдела', tt: 'Бүлек башлыгы', en: 'Head of department' },
  },
  applicationNumber: '2026-000001',
  caseNumber: '2026-000001-03',
  applicantName: 'ООО «Җиһан»',
  service: { ru: 'Ордер на земляные работы', tt: 'Җир эшләренә ордер', en: 'Excavation order' },
  outcome: 'granted',
  text: 'Разрешить производство земляных работ при условии восстановления покрытия.',
  grounds: [],
  record: {
    register: { ru: 'Реестр ордеров', tt: 'Ордерлар реестры', en: 'Register of orders' },
    number: '2026-00001',
    fields: [{ label: { ru: 'Начало работ', tt: 'Эшләр башы', en: 'Works begin' }, shown: '01.12.2026' }],
  },
  place: { address: 'ул. Баумана, 1', cadastralNumber: '16:50:011121:15' },
  owner: { personId: newId() },
  applicationId: newId(),
  caseId: newId(),
};

beforeAll(async () => {
  database = await testDatabase();
  documents = createDocuments({
    db: database.db,
    clock: systemClock,
    files: createDiskStore(join(folder, 'files')),
    signer: await createDemoSigner(folder, 'Казань'),
    publicUrl: 'https://berdem.example',
    sizeLimit: 1000,
    subjectOf: async () => ({ departmentId: 'kvb' }),
    actingFor: async (actor) => actor,
    changesSince: async () => [],
    recordRead: async (_actor, { id }) => void reads.push(id),
  });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('processes that start at once on one folder sign with one key', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'berdem-key-'));
  const signers = await Promise.all([createDemoSigner(fresh, 'Kazan'), createDemoSigner(fresh, 'Kazan')]);
  const [one, other] = signers.map(({ certificate }) => certificate.toHex());
  expect(one).toBe(other);
  rmSync(fresh, { recursive: true });
});

describe('a file that somebody brings', () => {
  test('is kept with the type its content has', async () => {
    const kept = await documents.receive(aliya, bytes('%PDF-1.7\n', 'content'), { name: '../../план участка.pdf' });
    expect(kept).toMatchObject({
      name: 'план участка.pdf',
      type: 'application/pdf',
      size: 16,
      personId: expect.any(String),
    });
  });

  test('is refused when it is too large, and nothing of it stays', async () => {
    const large = documents.receive(aliya, bytes('%PDF-1.7\n', new Uint8Array(2000)), { name: 'план.pdf' });
    await expect(large).rejects.toThrow('documents/too-large');
  });

  test('is refused when a program comes under the name of a picture', async () => {
    await expect(documents.receive(aliya, bytes('MZ\x90\0'), { name: 'фото.jpg' })).rejects.toThrow(
      'documents/type-not-allowed',
    );
    await expect(documents.receive(aliya, bytes('%PDF-1.7\n'), { name: 'план.exe' })).rejects.toThrow(
      'documents/type-not-allowed',
    );
    await expect(documents.receive(aliya, bytes('%PDF-1.7\n'), { name: 'план.pdf', accept: ['png'] })).rejects.toThrow(
      'documents/type-not-allowed',
    );
  });

  test('is refused when it is empty', async () => {
    await expect(documents.receive(aliya, bytes(), { name: 'план.pdf' })).rejects.toThrow('documents/empty');
  });

  test('is read by its owner, by the department with the case, which is noted, and by nobody else', async () => {
    const { id } = await documents.receive(aliya, bytes('%PDF-1.7\n'), { name: 'план.pdf' });
    await expect(documents.open(bulat, id)).rejects.toThrow('documents/unknown-document');
    expect((await documents.open(aliya, id)).document.id).toBe(id);
    expect(reads).not.toContain(id);
    await documents.open(officer, id);
    expect(reads).toContain(id);
  });

  test('is given to an application in place, however many: no index has to learn of it', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 30; i += 1)
      ids.push((await documents.receive(aliya, bytes('%PDF-1.7\n'), { name: 'план.pdf', draftId: newId() })).id);
    const updates = await inTransaction(database.db, async (tx) => {
      await inOneStatement(tx, [documents.attachedTo(newId(), ids)]);
      const { rows } = await sql<{ written: number; inPlace: number }>`
        select n_tup_upd as written, n_tup_hot_upd as "inPlace" from pg_stat_xact_user_tables
        where relid = 'documents.document'::regclass`.execute(tx);
      return rows;
    });
    expect(updates).toEqual([{ written: 30, inPlace: 30 }]);
  });
});

describe('a document of the city', () => {
  const issueTo = async (name: string, of: IssueInput = input) => {
    const issued = await inTransaction(database.db, (tx) => documents.issue(tx, of));
    const { content } = await documents.open(officer, issued.documentId);
    const path = join(folder, name);
    writeFileSync(path, Buffer.concat(await Array.fromAsync(content as AsyncIterable<Buffer>)));
    return { ...issued, path };
  };

  test('is confirmed to anybody by its code, however it is typed, and by its digest, without a word of the person', async () => {
    const { verifyCode, digest } = await issueTo('confirmed.pdf');
    const confirmed = await documents.verify(` ${verifyCode.toLowerCase().replaceAll('-', ' ')} `);
    expect(confirmed).toMatchObject({ number: '2026-000007', status: 'valid', recordNumber: '2026-00001', digest });
    expect(JSON.stringify(confirmed)).not.toContain('Җиһан');
    expect(await documents.verifyDigest(digest)).toEqual(confirmed);
    expect(await documents.verify('00000-00000-00000-00000')).toBeUndefined();
  });

  test.runIf(pdfsig)('bears a signature that an outside program finds valid over the whole file', async () => {
    const { path } = await issueTo('signed.pdf');
    const report = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
    expect(report).toContain('Signature is Valid');
    expect(report).toContain('Total document signed');
    expect(report).toContain('ETSI.CAdES.detached');
  });

  test.runIf(pdfsig)('with one changed byte is found out', async () => {
    const { path } = await issueTo('tampered.pdf');
    const pdf = readFileSync(path);
    pdf[1200] = (pdf[1200] ?? 0) ^ 1;
    writeFileSync(path, pdf);
    const report = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
    expect(report).not.toContain('Signature is Valid');
  });

  // Letters of both alphabets that look alike are one shape in the font.
  const alike = 'АВЕКМНОРСТУХ аеорсух ABEKMHOPCTYX aeopcyx ӘӨҮҖҢҺ әөүҗңһ 0123456789 AZ';
  test.runIf(pdftotext).each(['ru', 'tt', 'en'] as const)(
    'can be copied letter by letter after others: %s',
    async (language) => {
      await issueTo('before.pdf');
      const { path, verifyCode } = await issueTo(`copied-${language}.pdf`, { ...input, language, text: alike });
      const words = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
      expect(words).toContain(alike);
      expect(words).toContain(verifyCode);
    },
  );

  test('is signed with a key that only the program may read', () => {
    expect(statSync(join(folder, 'demo-signature.pem')).mode & 0o077).toBe(0);
  });
});

import { failed, ok, type Result } from '#kernel/result.ts';
import { checkChain } from './checks/chain.ts';
import { checkConditions } from './checks/conditions.ts';
import { checkDates } from './checks/dates.ts';
import { checkFees } from './checks/fees.ts';
import { checkIds } from './checks/ids.ts';
import { checkProducers } from './checks/producers.ts';
import { checkRecords } from './checks/records.ts';
import { checkDistricts, checkReferences } from './checks/references.ts';
import { checkTexts, checkUnverified } from './checks/texts.ts';
import { checkUsage } from './checks/usage.ts';
import { deepFreeze } from './freeze.ts';
import type { Pack } from './pack.ts';
import { contentOf, type PackDraft } from './pack-draft.ts';
import { Findings, type PackError, type UnverifiedFact } from './pack-error.ts';
import { hashOf } from './pack-hash.ts';
import { readFolder } from './read-folder.ts';

/** What the check of a city's folder says. `pack` is there only if there is no error. */
export type PackReport = Readonly<{
  pack: Pack | undefined;
  errors: readonly PackError[];
  warnings: readonly PackError[];
  unverified: readonly UnverifiedFact[];
}>;

function packOf(draft: PackDraft): Pack {
  const content = contentOf(draft);
  return deepFreeze({ hash: hashOf(content), ...content });
}

const byPlace = (left: PackError, right: PackError): number =>
  left.file.localeCompare(right.file) || left.line - right.line || left.column - right.column;

/**
 * Reads and checks a city's folder: shapes first, then references, conditions, dates and chains.
 * Throws only when the folder itself cannot be read.
 */
export async function checkPack(folder: string): Promise<PackReport> {
  const findings = new Findings();
  const draft = await readFolder(folder, findings);
  const unverified = draft ? checkUnverified(draft, findings) : [];
  if (draft) {
    checkIds(draft, findings);
    checkReferences(draft, findings);
    checkDistricts(draft, findings);
    checkRecords(draft, findings);
    checkDates(draft, findings);
    checkFees(draft, findings);
    checkChain(draft, findings);
    checkConditions(draft, findings);
    checkProducers(draft, findings);
    checkUsage(draft, findings);
    checkTexts(draft, findings);
  }
  const found = findings.found.toSorted(byPlace);
  const errors = found.filter(({ severity }) => severity === 'error');
  const warnings = found.filter(({ severity }) => severity === 'warning');
  return { pack: draft && errors.length === 0 ? packOf(draft) : undefined, errors, warnings, unverified };
}

/** The pack in a city's folder, frozen; or every error in it. A pack with an error is never half loaded. */
export async function loadPack(folder: string): Promise<Result<Pack, readonly PackError[]>> {
  const { pack, errors } = await checkPack(folder);
  return pack ? ok(pack) : failed(errors);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Font, create as openFont } from 'fontkit';
import PDFDocument from 'pdfkit';
import { create as codeOf } from 'qrcode';
import type { Language, Localized } from '#kernel/language.ts';
import type { IssueInput } from './document.ts';
import { letterTexts } from './letter-texts.ts';

const require = createRequire(import.meta.url);

/**
 * A font opened once for all letters: opening it anew takes most of a letter's time. Each letter is asked for first, since
 * fontkit keeps a glyph as it first met it: one met as a part of another (the P in Р) would lose its letter, and a later
 * paper could be read by people and not be copied or read aloud.
 */
function font(path: string): Font {
  const opened = openFont(readFileSync(require.resolve(`@expo-google-fonts/commissioner/${path}`)));
  if ('fonts' in opened) throw new Error(`${path} is a collection of fonts`);
  for (const codePoint of opened.characterSet) opened.glyphForCodePoint(codePoint);
  return opened;
}
const fonts = {
  regular: font('400Regular/Commissioner_400Regular.ttf'),
  bold: font('600SemiBold/Commissioner_600SemiBold.ttf'),
};

const ink = '#1c211d';
const soft = '#5a635c';
const green = '#0d5c3f';
const rule = '#cdd5cf';
/** Page margins and the width of the text, in points: A4 is 595 by 842. */
const margin = 56;
const width = 595 - 2 * margin;
/** Side of the code with the address of the verification page, in points. */
const codeSize = 88;

type Pdf = InstanceType<typeof PDFDocument>;

/** A letter of the city as an unsigned PDF. `verifyUrl` is the public page that confirms it. */
export async function renderLetter(input: IssueInput, verify: { url: string; code: string }): Promise<Buffer> {
  const pdf = openPdf(input);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.once('end', resolve));
  heading(pdf, input);
  facts(pdf, input);
  decision(pdf, input);
  if (input.grounds.length > 0) grounds(pdf, input);
  if (input.record !== undefined) record(pdf, input.record, input.language);
  signature(pdf, input);
  verification(pdf, input.language, verify);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function openPdf(input: IssueInput): Pdf {
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    lang: input.language,
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    // Nothing is set in the built-in font, whose metrics would be read for each letter.
    font: '',
    info: { Title: `${input.title[input.language]} № ${input.number}`, Author: input.authority[input.language] },
  });
  pdf.registerFont('regular', fonts.regular);
  pdf.registerFont('bold', fonts.bold);
  return pdf;
}

/** Both state languages side by side, as on the city's paper letters; English below where the applicant reads it. */
function heading(pdf: Pdf, input: IssueInput): void {
  const half = width / 2 - 12;
  const top = pdf.y;
  const column = (language: Language, x: number) => {
    pdf.font('bold').fontSize(9.5).fillColor(ink).text(input.authority[language], x, top, { width: half });
    pdf
      .font('regular')
      .fontSize(8.5)
      .fillColor(soft)
      .text(input.department[language], x, pdf.y + 2, { width: half });
    return pdf.y;
  };
  const bottom = Math.max(column('ru', margin), column('tt', margin + half + 24));
  pdf
    .moveTo(margin, bottom + 10)
    .lineTo(margin + width, bottom + 10)
    .lineWidth(1.5)
    .strokeColor(green)
    .stroke();
  pdf
    .font('bold')
    .fontSize(17)
    .fillColor(ink)
    .text(input.title.ru, margin, bottom + 26, { width });
  const other = input.language === 'en' ? input.title.en : input.title.tt;
  pdf.font('regular').fontSize(11).fillColor(soft).text(other, { width });
  pdf.moveDown(0.8);
}

function facts(pdf: Pdf, input: IssueInput): void {
  const { language } = input;
  const place = [input.place?.address, input.place?.cadastralNumber].filter(Boolean).join(' · ');
  const rows: [Localized, string][] = [
    [letterTexts.number, input.number],
    [letterTexts.date, dayMonthYear(input.issuedOn)],
    [letterTexts.applicant, input.applicantName],
    [letterTexts.application, `${input.applicationNumber} (${letterTexts.case[language]} ${input.caseNumber})`],
    [letterTexts.service, input.service[language]],
  ];
  if (place !== '') rows.push([letterTexts.place, place]);
  for (const [label, value] of rows) line(pdf, label[language], value);
}

/** A label and its value in two columns. */
function line(pdf: Pdf, label: string, value: string): void {
  const labelWidth = 130;
  const top = pdf.y;
  pdf.font('regular').fontSize(9.5).fillColor(soft).text(label, margin, top, { width: labelWidth });
  const below = pdf.y;
  pdf
    .font('regular')
    .fontSize(10.5)
    .fillColor(ink)
    .text(value, margin + labelWidth, top - 0.5, { width: width - labelWidth });
  pdf.x = margin;
  pdf.y = Math.max(below, pdf.y) + 4;
}

function decision(pdf: Pdf, { outcome, language, text }: IssueInput): void {
  pdf.moveDown(0.8);
  pdf
    .font('bold')
    .fontSize(12.5)
    .fillColor(outcome === 'granted' ? green : ink)
    .text(letterTexts[outcome][language], margin, pdf.y, { width });
  pdf.moveDown(0.4);
  pdf.font('regular').fontSize(10.5).fillColor(ink).text(text, { width, lineGap: 2.5 });
}

function grounds(pdf: Pdf, input: IssueInput): void {
  const { language } = input;
  pdf.moveDown(0.8);
  pdf.font('bold').fontSize(11).fillColor(ink).text(letterTexts.grounds[language], { width });
  for (const { text, clause, cure } of input.grounds) {
    const where = clause ? ` (${letterTexts.clause[language]} ${clause})` : '';
    pdf.moveDown(0.3);
    pdf.font('regular').fontSize(10.5).text(`— ${text[language]}${where}`, { width, lineGap: 2 });
    if (cure)
      pdf
        .fontSize(9.5)
        .fillColor(soft)
        .text(`${letterTexts.cure[language]}: ${cure[language]}`, { width, indent: 12 })
        .fillColor(ink);
  }
  pdf.moveDown(0.5);
  pdf.font('regular').fontSize(9.5).fillColor(soft).text(letterTexts.appeal[language], { width });
}

function record(pdf: Pdf, { register, number, fields }: NonNullable<IssueInput['record']>, language: Language): void {
  pdf.moveDown(0.8);
  pdf
    .moveTo(margin, pdf.y)
    .lineTo(margin + width, pdf.y)
    .lineWidth(0.5)
    .strokeColor(rule)
    .stroke();
  pdf.moveDown(0.6);
  pdf
    .font('bold')
    .fontSize(11)
    .fillColor(ink)
    .text(`${letterTexts.record[language]} № ${number}`, margin, pdf.y, { width });
  pdf.font('regular').fontSize(9.5).fillColor(soft).text(register[language], { width });
  pdf.moveDown(0.4);
  for (const { label, shown } of fields) line(pdf, label[language], shown);
}

function signature(pdf: Pdf, { signer, language }: IssueInput): void {
  pdf.moveDown(1.4);
  pdf.font('regular').fontSize(9.5).fillColor(soft).text(letterTexts.signedBy[language], margin, pdf.y, { width });
  pdf.font('bold').fontSize(11).fillColor(ink).text(signer.name, { width });
  pdf.font('regular').fontSize(9.5).fillColor(soft).text(signer.position[language], { width });
}

/** The code stands at the foot of the last page; it begins a new page only if the text leaves no room. */
function verification(pdf: Pdf, language: Language, verify: { url: string; code: string }): void {
  const top = 842 - margin - codeSize;
  if (pdf.y > top - 12) pdf.addPage();
  drawCode(pdf, verify.url, top);
  const x = margin + codeSize + 18;
  const page = new URL('.', verify.url).toString().replace(/\/$/, '');
  pdf
    .font('regular')
    .fontSize(9)
    .fillColor(soft)
    .text(letterTexts.verify[language], x, top + 14, { width: width - codeSize - 18 })
    .text(page);
  pdf.moveDown(0.4);
  pdf.font('bold').fontSize(11).fillColor(ink).text(verify.code, { characterSpacing: 0.6, link: verify.url });
}

/** The address as a QR code at the left margin, drawn as one path: sharp at any size. */
function drawCode(pdf: Pdf, url: string, top: number): void {
  const { modules } = codeOf(url);
  const side = codeSize / modules.size;
  for (const [at, dark] of modules.data.entries()) {
    if (dark) pdf.rect(margin + (at % modules.size) * side, top + Math.floor(at / modules.size) * side, side, side);
  }
  pdf.fill(ink);
}

const dayMonthYear = (iso: string): string => iso.split('-').reverse().join('.');

import { describe, expect, test } from 'vitest';
import { agree, kindOfContent, kindOfName } from './sniff.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('a file', () => {
  test('is what its content says, not what its name says', async () => {
    expect(await kindOfContent(bytes('MZ\x90\0\x03\0\0\0'))).toBeUndefined();
    expect(kindOfName('plan.pdf')).toBe('pdf');
    expect(await kindOfContent(bytes('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n'))).toBe('pdf');
  });

  test('with a page or a script inside is never taken', async () => {
    expect(await kindOfContent(bytes('<html><script>alert(1)</script></html>'))).toBeUndefined();
    expect(
      await kindOfContent(bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')),
    ).toBeUndefined();
  });

  test('may be a drawing, an XML document or a detached signature', async () => {
    expect(await kindOfContent(bytes('AC1032\0\0\0'))).toBe('dwg');
    expect(await kindOfContent(bytes('0\r\nSECTION\r\n2\r\nHEADER\r\n'))).toBe('dxf');
    expect(await kindOfContent(bytes('<?xml version="1.0"?><plan/>'))).toBe('xml');
    expect(await kindOfContent(new Uint8Array(Buffer.from('3082010006092a864886f70d010702a0820100', 'hex')))).toBe(
      'sig',
    );
  });

  test('under another name is refused, except a signature written as XML', () => {
    expect(agree('pdf', 'png')).toBe(false);
    expect(agree('sig', 'xml')).toBe(true);
  });
});

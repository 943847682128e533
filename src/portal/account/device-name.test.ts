import { expect, it } from 'vitest';
import { deviceName } from './device-name.ts';

it('a browser is named in two words a person knows', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0';
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 20_0 like Mac OS X) AppleWebKit/605.1 Version/20.0 Safari/604.1';
  expect([deviceName(edge), deviceName(phone), deviceName('curl/8')]).toEqual(['Edge, Windows', 'Safari, iPhone', '']);
});

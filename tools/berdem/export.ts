import { cpsvOf } from '#modules/catalogue/index.ts';
import { soundPack } from '../sound-pack.ts';
import { type Command, UsageError } from './command.ts';

export const command: Command = {
  summary: 'print the catalogue of a city as linked data',
  usage: 'cpsv-ap DIR [--base URL]',
  explanation: [
    'cpsv-ap DIR   public services, competent authorities, evidence, outputs and life events of the pack in DIR, as',
    '              JSON-LD by the profile CPSV-AP 3.2',
    '--base URL    address of the city, of which the identifiers are made; https://<first host> without it',
  ].join('\n'),
  options: { base: { type: 'string' } },
  run: async ({ values, positionals }, { print }) => {
    const [form, folder, ...more] = positionals;
    if (form !== 'cpsv-ap' || folder === undefined || more.length > 0)
      throw new UsageError('name the form and a folder, for example: berdem export cpsv-ap cities/kazan');
    const pack = await soundPack(folder);
    const base = typeof values.base === 'string' ? values.base.replace(/\/+$/, '') : `https://${pack.city.hosts[0]}`;
    print(JSON.stringify(cpsvOf(pack, base), null, 2));
    return 0;
  },
};

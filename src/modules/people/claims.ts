import { z } from 'zod';

/** An empty claim says as little as none. */
const claim = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().max(500).optional().catch(undefined),
);
const digits = (count: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.replace(/\D/g, '') : value),
    z.string().length(count).optional().catch(undefined),
  );

/**
 * What a sign-in provider says of somebody: the standard claims (OpenID Connect Core 1.0, section 5.1) and the numbers
 * that Russian providers add. Claims that are malformed count as not said.
 */
export const SignInClaims = z.object({
  sub: z.string().min(1).max(255),
  family_name: claim,
  given_name: claim,
  middle_name: claim,
  email: claim,
  phone_number: claim,
  address: z.object({ formatted: claim }).optional().catch(undefined),
  snils: digits(11),
  inn: digits(12),
  ogrnip: digits(15),
});
export type SignInClaims = z.infer<typeof SignInClaims>;

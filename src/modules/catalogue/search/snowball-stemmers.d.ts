/** What we use of the package, which brings no types. */
declare module 'snowball-stemmers' {
  export function newStemmer(language: 'russian' | 'english'): { stem(word: string): string };
}

import { none, type Choices } from './choices';

/** Choices of a step as a sheet says them, in both languages. */
export const choicesOf = (...words: readonly (readonly [zh: Readonly<Record<string, string>>, en: Readonly<Record<string, string>>])[]): Choices => ({
  ...none,
  words: Object.fromEntries(words.flatMap(([zh, en]) => Object.entries(zh).map(([choice, name]) => [choice, { name, nameEn: en[choice] ?? name }]))),
});

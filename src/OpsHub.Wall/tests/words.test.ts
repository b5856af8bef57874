import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';

const schema = buildSchema(readFileSync('../OpsHub.GraphQL/schema.graphql', 'utf8'));

const valuesOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((v) => v.name) : [];
};

const eventsOfCases = (): string[] =>
  [...readFileSync('../OpsHub.Domain/Cases/CaseEvents.cs', 'utf8').matchAll(/JsonDerivedType\(typeof\(\w+\), "(\w+)"\)/g)].map((m) => m[1] ?? '');

describe.each([['Chinese', zh], ['English', en]])('%s', (_, words) => {
  it('has a word for every event of a case', () => {
    expect(eventsOfCases().length).toBeGreaterThan(10);
    expect(eventsOfCases().filter((e) => !(e in words.events))).toEqual([]);
  });
  it('has a word for every stage and every rung of the schema', () => {
    expect(valuesOf('CaseStage').filter((v) => !(v in words.stages))).toEqual([]);
    expect(valuesOf('RungKind').filter((v) => !(v in words.casePage.rungNames))).toEqual([]);
    expect(valuesOf('RungKind')).not.toHaveLength(0);
  });
});

describe('Chinese labels', () => {
  it('name the next move in at most six characters', () =>
    expect(Object.values(zh.stages).filter((s) => s.length > 6)).toEqual([]));
  it('carry no exclamation marks', () => expect(JSON.stringify(zh)).not.toMatch(/[!！]/));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeMutants } from './make-mutants.ts';
import { MUTATIONS } from './mutations/index.ts';
import { ParsedSource } from './parsed-source.ts';
import type { Project } from './project.ts';
import { Random } from './random.ts';

const TALLY = `public class Tally {
    private Integer total = 0;
    public void add(Integer amount) {
        if (amount > 0) {
            total = total + amount;
        }
    }
    public Integer getTotal() {
        return total;
    }
}
`;

const project = {
    name: 'tally',
    sources: [new ParsedSource('Tally.cls', TALLY)],
    separate: false,
} as unknown as Project;

function textsOf(seed: number, count: number): string[] {
    return makeMutants([project], count, new Random(seed)).map(({ text }) => text);
}

test('the same seed makes the same mutants, another one makes others', () => {
    assert.deepEqual(textsOf(1, 40), textsOf(1, 40));
    assert.notDeepEqual(textsOf(1, 40), textsOf(2, 40));
});

test('no mutant is the class itself, and no two are the same', () => {
    const texts = textsOf(1, 100);
    assert.ok(!texts.includes(TALLY));
    assert.equal(new Set(texts).size, texts.length);
});

test('no kind is made a second time before every kind that the class offers was made once', () => {
    const mutants = makeMutants([project], 1000, new Random(1));
    const offered = new Set(mutants.map(({ mutation }) => mutation));
    const firstRound = mutants.slice(0, offered.size).map(({ mutation }) => mutation);
    assert.equal(new Set(firstRound).size, offered.size);
});

test('what is used up is not waited for', () => {
    assert.ok(textsOf(1, 100_000).length < 1000);
});

test('every kind has a name of its own', () => {
    assert.equal(new Set(MUTATIONS.map(({ name }) => name)).size, MUTATIONS.length);
});

/** The algorithms of `project/classes/Algorithms.cls`, written as one would write them in TypeScript. */
export const plainAlgorithms = {
    primes(limitTo: number): number {
        const composite: boolean[] = [];
        for (let i = 0; i <= limitTo; i++) composite.push(false);
        let count = 0;
        for (let i = 2; i <= limitTo; i++) {
            if (composite[i] === true) continue;
            count++;
            for (let j = i * 2; j <= limitTo; j += i) composite[j] = true;
        }
        return count;
    },

    fibonacci(n: number): number {
        return n < 2 ? n : plainAlgorithms.fibonacci(n - 1) + plainAlgorithms.fibonacci(n - 2);
    },

    words(rounds: number): number {
        const counts = new Map<string, number>();
        for (let i = 0; i < rounds; i++) {
            const word = `word-${i % 997}`;
            counts.set(word, (counts.get(word) ?? 0) + 1);
        }
        return counts.size;
    },

    texts(rounds: number): number {
        let total = 0;
        for (let i = 0; i < rounds; i++) {
            const text = `Record ${i} of many`;
            total += text.toUpperCase().indexOf('OF') + text.substring(3, 9).length;
            if (text.includes('9') && text !== 'none') total++;
        }
        return total;
    },

    sorting(rounds: number): number {
        let total = 0;
        for (let round = 0; round < rounds; round++) {
            const numbers: number[] = [];
            let seed = round + 1;
            for (let i = 0; i < 1000; i++) {
                seed = (Math.imul(seed, 1103515245) + 12345) | 0;
                numbers.push(seed);
            }
            numbers.sort((left, right) => left - right);
            total += new Set(numbers).size;
        }
        return total;
    },

    /** In cents: TypeScript has no decimals. */
    money(rounds: number): number {
        let total = 0;
        for (let i = 1; i <= rounds; i++) {
            const price = Math.round(1999 * i);
            total += price;
            if (total > 100000000) total -= 100000000;
        }
        return total / 100;
    },
};

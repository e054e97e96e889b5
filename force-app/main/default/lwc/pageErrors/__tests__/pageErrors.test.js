import { readError } from 'c/pageErrors';

describe('an error, as a page reads it', () => {
    it('is the code and the sentence of a refusal of ours', () => {
        const refusal = { code: 'SYNC_OFF', message: 'The sync is off.' };
        expect(readError({ body: { message: JSON.stringify(refusal) } })).toEqual(refusal);
    });

    it('is the sentence of the platform where the platform refused', () => {
        const message = 'You do not have access to the Apex class named: StatusController';
        expect(readError({ body: { message } })).toEqual({ code: 'UNEXPECTED', message });
    });

    it('is every sentence of a list', () => {
        expect(readError({ body: [{ message: 'One.' }, { message: 'Two.' }] }).message).toBe('One. Two.');
    });

    it('is not taken for a refusal because its text is JSON', () => {
        expect(readError({ body: { message: '{"id":1}' } })).toEqual({ code: 'UNEXPECTED', message: '{"id":1}' });
    });

    it('is the message of a JavaScript error', () => {
        expect(readError(new TypeError('x is undefined')).message).toBe('x is undefined');
    });
});

import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** Letters, digits, `_` and `.`: what clients accept in a token. */
export function randomSecret(bytes = 48): string {
    return randomBytes(bytes).toString('base64url').replaceAll('-', '.');
}

/** Under which a secret is kept: whoever reads the file cannot log in with it. */
export function hashOf(secret: string): string {
    return createHash('sha256').update(secret).digest('hex');
}

const KEY_BYTES = 32;

export function hashPassword(password: string): string {
    const salt = randomBytes(16);
    return `${salt.toString('hex')}:${scryptSync(password, salt, KEY_BYTES).toString('hex')}`;
}

export function isPassword(password: string, kept: string): boolean {
    const [salt = '', hash = ''] = kept.split(':');
    return timingSafeEqual(scryptSync(password, Buffer.from(salt, 'hex'), KEY_BYTES), Buffer.from(hash, 'hex'));
}

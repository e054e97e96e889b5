const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const LENGTH = 22;

/** What `Request.getRequestId()` answers. @param random 0 <= x < 1 */
export function newRequestId(random: () => number): string {
    let text = '';
    while (text.length < LENGTH) text += CHARACTERS[Math.floor(random() * CHARACTERS.length)] ?? '';
    return text;
}

/** What must never be shown: session ids, bearer headers, and the values of OAuth parameters. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
    [/\b00D[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?![\w.~+/=-]+/g, '<access token>'],
    [/\b5Aep[\w.~+/=-]{16,}/g, '<refresh token>'],
    [/\b(Bearer|OAuth)\s+(?!<)[\w.!~+/=-]+/gi, '$1 <access token>'],
    [
        /((?:access_token|refresh_token|oauth_token|client_secret|password|assertion|sid|otp)["']?\s*[=:]\s*["']?)(?!<)[^\s"'&,}<]+/gi,
        '$1<hidden>',
    ],
    [/(\/\/[^\s/:@]+:)[^\s/@]+@/g, '$1<hidden>@'],
];

/** The text without anything that could open the org. Every text from outside passes here before it is shown. */
export function redact(text: string): string {
    return SECRETS.reduce((result, [pattern, replacement]) => result.replaceAll(pattern, replacement), text);
}

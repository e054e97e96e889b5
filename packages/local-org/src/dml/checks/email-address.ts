/** The form that email fields demand (Salesforce Help, "Email Field"): RFC 2822 as far as mail systems use it. */
const ADDRESS =
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;

export function isEmailAddress(text: string): boolean {
    return ADDRESS.test(text);
}

import { type ApexException, newApexException } from '@sw-studio/apex/runtime';

export function calloutException(sentence: string): ApexException {
    return newApexException('System.CalloutException', sentence);
}

import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { findService } from '../../services.ts';

/**
 * An org without Chatter refuses every call, and a test refuses it earlier: code asks in order to find out whether
 * Chatter is on, or whether the test sees the org's data (Apex reference, "ConnectApi: Testing").
 */
function refuseWithoutChatter(): never {
    if (findService('test') !== undefined) {
        throwApex(
            'System.UnsupportedOperationException',
            'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
        );
    }
    throwApex(
        'ConnectApi.ConnectApiException',
        'The Chatter Connect API is not enabled for this organization or user type.',
    );
}

export const chatterUsersLibrary: TypeLibrary = {
    type: 'ConnectApi.ChatterUsers',
    statics: { 'getFollowings(String,String)': refuseWithoutChatter },
    partly: { 'getFollowings(String,String)': 'Chatter is off in the local org: refused, as in such an org.' },
};

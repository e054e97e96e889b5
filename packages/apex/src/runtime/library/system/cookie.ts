import { defineDataType, type DataObject } from '../data-object.ts';

const cookieMembers = ['name', 'value', 'path', 'maxAge', 'secure', 'sameSite', 'httpOnly'];

/** The parameters of the constructors come in the order of `cookieMembers`. */
function newCookie(...values: unknown[]): DataObject {
    return cookieType.create(Object.fromEntries(values.map((value, index) => [cookieMembers[index] ?? '', value])));
}

const cookieType = defineDataType('System.Cookie', {
    defaults: { secure: false, httpOnly: false },
    constructors: {
        'new(String,String,String,Integer,Boolean)': newCookie,
        'new(String,String,String,Integer,Boolean,String)': newCookie,
        'new(String,String,String,Integer,Boolean,String,Boolean)': newCookie,
    },
});

export const cookieLibrary = cookieType.library;

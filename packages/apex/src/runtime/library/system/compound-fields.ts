import { ApexLocation, type AddressParts, type ApexAddress } from '../../compound-fields.ts';
import { throwApex } from '../../exceptions/throw.ts';
import type { TypeLibrary } from '../../library.ts';
import type { Decimal } from '../../values/decimal.ts';
import { computedMembers } from '../computed-members.ts';
import { nonNull } from '../receiver.ts';

function distance(from: ApexLocation, to: ApexLocation, unit: string): number | null {
    const name = nonNull(unit).toLowerCase();
    if (name !== 'mi' && name !== 'km') {
        throwApex('System.InvalidParameterValueException', `Unit of distance must be mi or km, not ${unit}`);
    }
    return from.distanceTo(nonNull(to), name);
}

const part =
    (name: keyof AddressParts) =>
    ({ parts }: ApexAddress): unknown =>
        parts[name];

const addressMembers = computedMembers<ApexAddress>('System.Address', {
    City: part('city'),
    Country: part('country'),
    CountryCode: part('countryCode'),
    GeocodeAccuracy: part('geocodeAccuracy'),
    Latitude: part('latitude'),
    Longitude: part('longitude'),
    PostalCode: part('postalCode'),
    State: part('state'),
    StateCode: part('stateCode'),
    Street: part('street'),
});

const locationMembers = computedMembers<ApexLocation>('System.Location', {
    Latitude: (location) => location.latitude,
    Longitude: (location) => location.longitude,
});

/** The platform tables say Double for coordinates, so they are bare numbers. */
export const compoundFieldLibraries: readonly TypeLibrary[] = [
    {
        type: 'System.Address',
        fields: addressMembers.fields,
        methods: {
            ...addressMembers.methods,
            'getDistance(Location,String)': (address: ApexAddress, to: ApexLocation, unit: string) =>
                distance(address.location, to, unit),
        },
    },
    {
        type: 'System.Location',
        statics: {
            'getDistance(Location,Location,String)': (from: ApexLocation, to: ApexLocation, unit: string) =>
                distance(nonNull(from), to, unit),
            'newInstance(Decimal,Decimal)': (latitude: Decimal, longitude: Decimal) =>
                new ApexLocation(latitude.doubleValue(), longitude.doubleValue()),
        },
        fields: locationMembers.fields,
        methods: {
            ...locationMembers.methods,
            'getDistance(Location,String)': distance,
        },
    },
];

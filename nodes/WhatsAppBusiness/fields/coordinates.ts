import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';

/** A place on the map. Coordinates are text fields, so that a missing one is empty instead of 0. Read with `readCoordinates`. */
export const coordinateFields: INodeProperties[] = [
	{
		displayName: 'Latitude',
		name: 'latitude',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 37.758056',
		description: 'Decimal degrees from -90 (south) to 90 (north)',
	},
	{
		displayName: 'Longitude',
		name: 'longitude',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. -122.425332',
		description: 'Decimal degrees from -180 (west) to 180 (east)',
	},
];

/** @throws InputError when a coordinate is missing, not a number, or out of range. */
export function readCoordinates(parameters: Parameters): { latitude: number; longitude: number } {
	return {
		latitude: parameters.number('latitude', { min: -90, max: 90 }),
		longitude: parameters.number('longitude', { min: -180, max: 180 }),
	};
}

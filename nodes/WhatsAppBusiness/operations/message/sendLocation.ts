import type { Operation } from '../../operation';
import { messageFields, messageRequest } from '../../sharedFields/message';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages */
export const operation: Operation = {
	displayName: 'Send Location',
	action: 'Send a location message',
	description: 'Send a place on the map',
	// Coordinates are texts, so that a forgotten one is empty instead of 0.
	fields: messageFields(
		[
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
		],
		[
			{
				displayName: 'Address',
				name: 'address',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1 Lucky Shrub Way, Menlo Park, CA 94025',
				description: 'Address of the place, shown below its name',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Lucky Shrub',
				description: 'Name of the place',
			},
		],
	),
	request(parameters, account) {
		const options = parameters.group('options');
		return messageRequest(parameters, account, 'location', {
			latitude: parameters.number('latitude', { min: -90, max: 90 }),
			longitude: parameters.number('longitude', { min: -180, max: 180 }),
			name: options.optionalText('name'),
			address: options.optionalText('address'),
		});
	},
};

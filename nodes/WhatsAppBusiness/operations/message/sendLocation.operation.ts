import type { Operation } from '../../operation';
import { coordinateFields, readCoordinates } from '../../fields/coordinates';
import { freeFormFields, freeFormRequest } from './freeForm';
import { sentMessage } from './sentMessage';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages */
export const operation: Operation = {
	displayName: 'Send Location',
	action: 'Send a location message',
	description: 'Send a place on the map',
	sendsMessages: true,
	fields: freeFormFields(coordinateFields, [
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
		},
	]),
	request(parameters, account) {
		const options = parameters.group('options');
		return freeFormRequest(parameters, account, 'location', {
			...readCoordinates(parameters),
			name: options.optionalText('name'),
			address: options.optionalText('address'),
		});
	},
	output: sentMessage,
};

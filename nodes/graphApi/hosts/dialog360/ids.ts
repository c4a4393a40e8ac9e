import { asObject, asObjects, asText, asTextOrNumber } from '../../coerce';
import { path } from '../../path';
import type { JsonObject } from '../../types';
import { anyId } from '../hostIds';
import type { HostIds } from '../hostIds';

/** A key is one number's, and no path has an ID of the number, its account or an app. */
export const dialog360Ids: HostIds = {
	owner: 'the API key',
	isOfOneNumber: true,
	unneeded: ['wabaId', 'appId'],
	where: {
		phoneNumberId: "It is Meta's ID of the number, in WhatsApp Manager under Phone numbers.",
	},
	ifRight: 'If it is right, use the API key of that number.',
	/** https://docs.360dialog.com/docs/messaging/health-status */
	async numbers(send) {
		const { body } = await send({
			method: 'GET',
			on: 'phoneNumber',
			path: path`/${anyId}`,
			query: { fields: 'health_status,display_phone_number,verified_name,quality_rating' },
		});
		const entities = asObjects<JsonObject>(asObject<JsonObject>(body.health_status).entities);
		const idOf = (type: string) =>
			asTextOrNumber(entities.find(({ entity_type }) => entity_type === type)?.id) ?? '';
		return [
			{
				id: idOf('PHONE_NUMBER'),
				displayNumber: asText(body.display_phone_number),
				verifiedName: asText(body.verified_name),
				quality: asText(body.quality_rating),
				wabaId: idOf('WABA'),
			},
		];
	},
};

import { asObjects, asText } from '../../../graphApi/coerce';
import { readPage } from '../../../graphApi/pages';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { fine, wrong } from '../check';
import type { Check } from '../check';

const unusable = ['PAUSED', 'REJECTED', 'DISABLED'];
/** Names in the output; the rest is counted. */
const named = 20;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management#get-templates */
export const templates: Check = {
	name: 'Templates',
	async run({ wabaId, send }) {
		const { entries, next } = await readPage(send, {
			method: 'GET',
			path: path`/${await wabaId()}/message_templates`,
			on: 'waba',
			query: { fields: 'name,language,status', status: JSON.stringify(unusable) },
		});
		const found = asObjects<JsonObject>(entries);
		if (found.length === 0) return fine('None is paused, rejected or disabled.');
		const texts = found.map(
			({ name, language, status }) =>
				`${asText(name) ?? ''} (${asText(language) ?? ''}, ${asText(status) ?? ''})`,
		);
		const shown = texts.slice(0, named).join(', ');
		const rest = texts.length > named ? ', …' : '';
		return wrong(
			`${found.length}${next === undefined ? '' : ' or more'}: ${shown}${rest}`,
			"They cannot be sent. 'Template: Get Status' says why and what to do.",
		);
	},
};

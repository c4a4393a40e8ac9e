import type { IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../../../graphApi/json';
import { asObjects } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';

/** The fields that a simplified template needs. */
export const simplifiedFields =
	'id,name,language,status,category,parameter_format,quality_score,rejected_reason,components';

/** A template as a few flat fields: its texts, and what it can be sent with. */
export function simplifyTemplate(template: JsonObject): IDataObject {
	const components = asObjects<JsonObject>(template.components);
	const component = (type: string) => components.find((candidate) => candidate.type === type);
	const header = component('HEADER');
	const quality = template.quality_score;
	return {
		id: template.id,
		name: template.name,
		language: template.language,
		status: template.status,
		category: template.category,
		quality: isJsonObject(quality) ? quality.score : undefined,
		rejectedReason: template.rejected_reason === 'NONE' ? undefined : template.rejected_reason,
		headerFormat: header?.format,
		header: header?.text,
		body: component('BODY')?.text,
		footer: component('FOOTER')?.text,
		buttons: asObjects<JsonObject>(component('BUTTONS')?.buttons).map(({ type, text }) => ({
			type,
			text,
		})),
		cards: asObjects<JsonObject>(component('CAROUSEL')?.cards).length,
		variables: [...new Set(JSON.stringify(components).match(/\{\{\w+\}\}/g))],
	};
}

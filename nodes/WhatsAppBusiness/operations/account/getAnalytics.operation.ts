import type { IDataObject } from 'n8n-workflow';

import { asObject, asObjects } from '../../../graphApi/coerce';
import { nextCursor } from '../../../graphApi/pages';
import type { JsonObject } from '../../../graphApi/types';
import { optionsField } from '../../fields/options';
import { wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';
import { analyticsFields } from './analytics/analyticsFields';
import { analyticsRequest, readAnalyticsKind } from './analytics/analyticsQuery';
import type { AnalyticsKind } from './analytics/filters';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics */
export const operation: Operation = {
	displayName: 'Get Analytics',
	action: 'Get the analytics of an account',
	description:
		'Get how much was sent, delivered, read and charged. Each interval becomes an item, one for each breakdown.',
	fields: [...analyticsFields, optionsField([wabaField])],
	request: (parameters, account) => analyticsRequest(parameters, account),
	async finish(response, { parameters, account, send }) {
		const points: IDataObject[] = [];
		const seen = new Set<string>();
		let page = pageOf(response, readAnalyticsKind(parameters));
		for (;;) {
			points.push(...page.points);
			if (page.after === undefined || seen.has(page.after)) break;
			seen.add(page.after);
			const next = analyticsRequest(parameters, account, page.after);
			page = pageOf((await send(next)).body, readAnalyticsKind(parameters));
		}
		return points.map((json) => ({ json }));
	},
};

// Messaging analytics returns all points at once, the others return pages.
function pageOf(body: JsonObject, kind: AnalyticsKind) {
	const figures = asObject<JsonObject>(body[kind]);
	const groups = figures.data === undefined ? [figures] : asObjects<JsonObject>(figures.data);
	return {
		points: groups.flatMap(({ data_points }) => asObjects<IDataObject>(data_points)),
		after: nextCursor(figures),
	};
}

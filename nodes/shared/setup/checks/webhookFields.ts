import { publishedTriggersOf } from '../../publishedTriggers';
import { sharesProcess } from '../../sharesProcess';
import { fine, wrong } from '../check';
import type { Check } from '../check';
import { webhookFieldsPage } from '../webhookFieldsPage';

/** Messages and their statuses, which are needed even if no trigger is published. */
const always = 'messages';

export const webhookFields: Check = {
	name: 'Webhook Fields',
	async run({ appSubscription, appId }) {
		const subscription = await appSubscription();
		if (!subscription) {
			return wrong(
				'The app has no callback URL and is subscribed to no field.',
				'Publish a workflow with the trigger. It subscribes the app to the fields of its events.',
			);
		}
		const { fields } = subscription;
		const lacks = (needed: readonly string[]) => needed.filter((field) => !fields.includes(field));
		const triggers = publishedTriggersOf(await appId())
			.map(({ workflow, needs }) => ({
				workflow,
				needs: needs.filter((need) => lacks(need.fields).length > 0),
			}))
			.filter(({ needs }) => needs.length > 0);
		const missing = new Set([
			...lacks([always]),
			...triggers.flatMap(({ needs }) => needs.flatMap((need) => lacks(need.fields))),
		]);
		const found = fields.length === 0 ? 'none' : fields.join(', ');
		if (missing.size === 0) return fine(sharesProcess() ? found : `${found} ${inQueueMode}`);
		const reasons = triggers.map(({ workflow, needs }) => {
			const names = needs.map(({ neededBy }) => `'${neededBy}'`).join(', ');
			return ` The workflow "${workflow}" needs this for ${names}.`;
		});
		const todo = `Subscribe the app to ${[...missing].join(', ')} ${webhookFieldsPage}.`;
		return wrong(found, `${todo}${reasons.join('')}`);
	},
};

/** A worker knows no trigger. */
const inQueueMode =
	'(in queue mode it cannot be told whether published workflows need further ones)';

import { fine, wrong } from '../check';
import type { Check } from '../check';

/** Messages and their statuses. */
const needed = 'messages';

export const webhookFields: Check = {
	name: 'Webhook Fields',
	async run({ appSubscription }) {
		const subscription = await appSubscription();
		if (!subscription) {
			return wrong(
				'The app has no callback URL and is subscribed to no field.',
				'Publish a workflow with the trigger. It subscribes the app to the fields of its events.',
			);
		}
		const { fields } = subscription;
		if (fields.includes(needed)) return fine(fields.join(', '));
		return wrong(
			fields.length === 0 ? 'none' : fields.join(', '),
			`Subscribe the app to the field '${needed}' in the Meta app dashboard under WhatsApp → Configuration → Webhook fields.`,
		);
	},
};

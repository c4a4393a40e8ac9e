import { readSubscribedApps } from '../../subscribedApps';
import { fine, wrong } from '../check';
import type { Check } from '../check';

export const appSubscription: Check = {
	name: 'App Subscription',
	async run({ send, wabaId, appId }) {
		const apps = await readSubscribedApps(send, await wabaId());
		const id = await appId();
		const names = apps.map(({ name, id: other }) => name ?? other ?? 'unnamed app').join(', ');
		if (apps.some((app) => app.id === id)) return fine(`Subscribed to the account: ${names}`);
		return wrong(
			`The app is not subscribed to the account.${names === '' ? '' : ` Subscribed: ${names}.`}`,
			"Publish a workflow with the trigger, or use 'Webhook Subscription: Subscribe'. Until then no webhook comes.",
		);
	},
};

import { appSecretOf } from '../../../graphApi/connection';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';

export const appSecret: Check = {
	name: 'App Secret',
	async run({ credential, secretIsWrong, appSubscription, user }) {
		if (appSecretOf(credential) === undefined) {
			return unknown("'App Secret' is empty.", 'Fill it in if you use the trigger.');
		}
		if (secretIsWrong) {
			return wrong(
				"It does not belong to the token's app.",
				'Copy it from App settings → Basic of the app that the token was made for.',
			);
		}
		// Meta has accepted the proof that comes with each call.
		const proven = await user().then(
			() => true,
			() => false,
		);
		if (!proven) await appSubscription();
		return fine(proven ? "It belongs to the token's app." : "It belongs to the app in 'App ID'.");
	},
};

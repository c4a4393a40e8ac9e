import type { Signer } from '../../graphApi/webhooks/signer';
import { InputError } from '../../shared/inputError';
import { forwardToField, isForwarding, readForwardTo } from '../parameters/forwardTo';
import { isOwnWebhook } from './webhookUrls';

/**
 * Checks the option 'Forward To (URL)'.
 * @param stored an expression may return any type.
 * @param webhookUrl of this trigger.
 * @throws InputError if nothing can be forwarded.
 */
export function checkForwardTo(
	stored: unknown,
	signer: Signer | undefined,
	webhookUrl: string,
): void {
	if (!isForwarding(stored)) return;
	const { href } = readForwardTo(stored);
	if (isOwnWebhook(href, webhookUrl)) {
		throw new InputError(
			forwardToField.displayName,
			'is the webhook URL of this trigger itself',
			'Enter the URL at which the other system takes webhooks.',
		);
	}
	if (signer === undefined) {
		throw new InputError(
			forwardToField.displayName,
			'needs an app secret in the credential: only what Meta has signed is forwarded',
			'Fill it in there, or remove the option.',
		);
	}
}

import { appSecretOf, CredentialError } from '../graphApi/connection';
import type { CredentialData } from '../graphApi/connection';
import { Placeholder } from './placeholder';

/** Values for the placeholders of a call that proves to be the app. */
export interface AppTools {
	credential: CredentialData;
}

/** The app secret in the credential. It is in a request only while that is sent. */
export class AppSecret extends Placeholder<AppTools, string> {
	resolve({ credential }: AppTools): string {
		const secret = appSecretOf(credential);
		if (secret !== undefined) return secret;
		throw new CredentialError(
			'App Secret',
			"The credential has no app secret. Fill in 'App Secret'. Meta shows it in the app dashboard under App settings → Basic.",
		);
	}

	toJSON(): string {
		return '<app secret>';
	}
}

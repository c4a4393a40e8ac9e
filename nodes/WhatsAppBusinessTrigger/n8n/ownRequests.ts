import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { ownSecretOf } from '../../graphApi/hosts';
import type { CredentialData } from '../../graphApi/connection';
import type { KeyPurpose } from '../../graphApi/derivedKey';
import { readDelivery } from '../../shared/delivery';
import type { Delivery } from '../../shared/delivery';
import type { WebhookRequest } from '../../shared/requestBody';
import { ourselves, signatureHeaderOf } from '../../shared/signature';
import { sendToSelf } from './selfRequest';
import { direct, knownOrigin, rememberOrigin } from './thisProcess';
import { requestTimeout } from './ways';
import type { Way } from './ways';

/** What a trigger asks itself to do: n8n starts an execution for a request only. */
export interface RequestKind {
	/** Marks the request. */
	header: string;
	purpose: KeyPurpose;
}

/** Requests of a trigger to its own webhook URL. */
export class OwnRequests {
	/** The webhook URL that they go to. */
	readonly url: string;
	/** With which they are signed. */
	readonly secret: string;

	/** Reads all that it needs now: n8n evaluates nothing for a request that has ended. */
	constructor(
		context: IHookFunctions | IWebhookFunctions,
		credential: CredentialData,
		private readonly kind: RequestKind,
	) {
		this.url = context.getNodeWebhookUrl('default') ?? '';
		if ('getRequestObject' in context) rememberOrigin(context.getRequestObject().socket);
		this.secret = ownSecretOf(credential);
	}

	/** @returns why n8n did not take it, or undefined if it did. */
	async send(what: object): Promise<string | undefined> {
		const { header, purpose } = this.kind;
		const options = { headers: { [header]: '1' }, timeout: requestTimeout };
		let problem: string | undefined;
		for (const { url, isDirect } of this.urls()) {
			const way = isDirect ? { ...options, dispatcher: direct } : options;
			const failure = await sendToSelf(url, bodyOf(what), this.secret, purpose, way);
			if (failure === undefined) return undefined;
			problem ??= failure;
		}
		return problem;
	}

	/** The webhook URL, and the same in this process, for an n8n that cannot reach its public URL. */
	private urls(): Array<{ url: string; isDirect: boolean }> {
		if (this.url === '') return [];
		const origin = knownOrigin();
		const { pathname } = new URL(this.url);
		return [
			{ url: this.url, isDirect: false },
			...(origin === undefined ? [] : [{ url: `${origin}${pathname}`, isDirect: true }]),
		];
	}

	/** The request, signed already, for a process without a context. Whoever gets hold of it can send nothing else. */
	wayTo(what: object): Way {
		const { header, purpose } = this.kind;
		const body = bodyOf(what);
		const signature = signatureHeaderOf(body, ourselves(this.secret, purpose));
		return { url: this.url, body: body.toString(), headers: { [header]: '1', ...signature } };
	}
}

/** Reads a request of the trigger to itself, which nobody else can have signed. */
export async function readOwnRequest(
	request: WebhookRequest,
	credential: CredentialData,
	{ purpose }: RequestKind,
): Promise<Delivery> {
	return await readDelivery(request, {
		signers: [ourselves(ownSecretOf(credential), purpose)],
		acceptUnsigned: () => false,
		unsignedStatus: 401,
	});
}

function bodyOf(what: object): Buffer {
	return Buffer.from(JSON.stringify(what));
}

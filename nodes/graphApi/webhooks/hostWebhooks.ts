import type { IncomingHttpHeaders } from 'node:http';

import type { Host, Refusal } from '../hosts/host';
import type { JsonObject, Send } from '../types';
import type { EventWebhooks, WantedEvents } from './eventWebhooks';
import type { Registration } from './registration';
import type { Signer } from './signer';

/** How a host delivers webhooks, and where it keeps their callback URL. What it leaves out is as with Meta. */
export interface HostWebhooks extends Pick<Host, 'keepsCallbackData'> {
	/** Proves that a delivery is real. Undefined: forged ones cannot be detected, as the credential has no app secret. */
	signer?: Signer;
	/**
	 * What the host shows when it verifies a callback URL. Undefined: it shows nothing. A host that does not verify URLs
	 * has `noVerifyToken`.
	 */
	verifyToken?: string;
	/** What is entered at the host together with a callback URL, if that is done by hand. Default: the verify token. */
	byHand?: { text: string; where: string };
	/** Why the host does not take a callback URL, as n8n writes it. The reason continues `'Webhook URL' is`. Pure. */
	refuseUrl?(url: string): Refusal | undefined;
	/** Whether the key or the server is that of one number, whose ID then tells no delivery from another. */
	isOfOneNumber?: boolean;
	/** The registration of a number's one callback URL. Undefined: Meta's, for an app, an account or a number. */
	registration?(send: Send, phoneNumberId: string): Registration;
	/** Whether a webhook field of Meta's never comes from the host. Default: what Meta sends may come. */
	neverSends?(field: string): boolean;
	/**
	 * Converts the payload of a host with its own format to Meta's. Undefined if the body is not a payload. Pure.
	 */
	readPayload?(body: JsonObject, headers: IncomingHttpHeaders): JsonObject | undefined;
	/** Headers that say what a body is, so they are passed on with it. In lower case. */
	headersOfBody?: readonly string[];
	/** Where the host delivers its own events, beside Meta's. Undefined: it has none. */
	eventWebhooks?(send: Send, wanted: WantedEvents): EventWebhooks;
}

/** In place of a verify token, where nobody asks for one. No request matches it. */
export const noVerifyToken = '';

import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';

import { CredentialError } from '../graphApi/connection';
import { DeliveryError } from '../graphApi/errors/deliveryError';
import { NotOfferedError } from '../graphApi/errors/notOfferedError';
import { RequestError } from '../graphApi/errors/requestError';
import { templates } from '../graphApi/errorTable/templates';
import type { Outcome, RequestErrorFacts } from '../graphApi/errors/requestError';
import { windowClosedCode } from './conversation/windowClosedCode';
import { WrongIdError } from './account/wrongIdError';
import { docsUrl } from './docsUrl';
import type { DocsPage } from './docsUrl';
import { InputError } from './inputError';
import { messageIdsOf } from './messageIds';

export type NodeError = NodeApiError | NodeOperationError;

/**
 * Converts any error of an item to n8n's error: what happened as the message, what to do as the
 * description, with a link to the documentation. The message of an unexpected error is kept, its stack and cause
 * are not.
 * @param runSummary says which items were sent, when a run of several items ends with this error.
 */
export function nodeError(
	error: unknown,
	node: INode,
	itemIndex?: number,
	runSummary?: string,
): NodeError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		if (itemIndex !== undefined) error.context.itemIndex ??= itemIndex;
		if (runSummary !== undefined) error.description = inSentences(error.description, runSummary);
		return error;
	}
	const documentation = docsUrl(pageAbout(error));
	const shown = withoutLink(error, node, itemIndex, runSummary);
	shown.context.plainDescription = shown.description;
	shown.context.documentation = documentation;
	shown.description = inSentences(shown.description, linkOf(shown));
	return shown;
}

/** The error with more lines in its description, before the link. They are shown as HTML, like the rest of it. */
export function withLines(error: NodeError, lines: readonly string[]): NodeError {
	const all = [plainDescription(error), ...lines].filter((line) => line);
	error.context.plainDescription = inSentences(...all);
	error.description = inSentences(all.join('<br>'), linkOf(error));
	return error;
}

/** The link to the page about an error, if it has one. The editor shows a description as HTML, and links no plain URL. */
function linkOf({ context: { documentation } }: NodeError): string | undefined {
	if (typeof documentation !== 'string') return undefined;
	return `(<a href="${documentation}" target="_blank">documentation</a>)`;
}

/** The page of the documentation about an error. */
export function pageAbout(error: unknown): DocsPage {
	if (error instanceof CredentialError || error instanceof WrongIdError) return 'credential';
	if (error instanceof NotOfferedError) return 'hosts';
	if (error instanceof InputError) return error.page ?? 'errors';
	const code = error instanceof RequestError ? error.facts.code : undefined;
	return code !== undefined && code in templates ? 'templates' : 'errors';
}

function withoutLink(
	error: unknown,
	node: INode,
	itemIndex: number | undefined,
	runSummary: string | undefined,
): NodeError {
	if (error instanceof RequestError) {
		const apiError = new NodeApiError(
			node,
			{ message: error.message },
			{
				message: error.message,
				description: explanationOf(error.facts, runSummary ?? safetyOf(error)),
				httpCode: error.facts.httpStatus?.toString(),
				itemIndex,
			},
		);
		// n8n replaces messages that contain some HTTP statuses and network codes; ours says more.
		apiError.message = error.message;
		return apiError;
	}
	return new NodeOperationError(node, error instanceof Error ? error.message : 'Unknown error', {
		description: inSentences(error instanceof InputError ? error.todo : undefined, runSummary),
		itemIndex,
	});
}

/** The description where HTML is not shown: without the link. */
export function plainDescription({ description, context }: NodeError): string | undefined {
	if (!('plainDescription' in context)) return description ?? undefined;
	const { plainDescription: plain } = context;
	return typeof plain === 'string' ? plain : undefined;
}

/** The description where HTML is not shown and nothing else names the page: with its URL as text. */
export function textDescription(error: NodeError): string | undefined {
	const { documentation } = error.context;
	const page = typeof documentation === 'string' ? `(${documentation})` : undefined;
	return inSentences(plainDescription(error), page) || undefined;
}

/** What the output of a failed item says about the error, as data a workflow can branch on. */
export function errorDetails(shown: NodeError, error: unknown): IDataObject {
	const { documentation } = shown.context;
	const texts = { message: shown.message, description: plainDescription(shown), documentation };
	if (error instanceof RequestError) {
		const { outcome, field, code, subcode, details, httpStatus } = error.facts;
		const { fbtraceId, networkCode, retryAfter } = error.facts;
		const windowClosed = code === windowClosedCode || undefined;
		const facts = {
			code,
			windowClosed,
			subcode,
			details,
			httpStatus,
			fbtraceId,
			networkCode,
			retryAfter,
		};
		const { earlier } = error.facts;
		const messageIds = earlier && messageIdsOf(earlier.responses);
		return { ...texts, ...outcomeDetails(outcome), field, ...facts, messageIds };
	}
	// Everything else is found before anything is sent.
	const named = error instanceof InputError || error instanceof CredentialError;
	const field = named ? { field: error.field } : {};
	return { ...texts, ...field, ...outcomeDetails('notAccepted') };
}

function outcomeDetails(outcome: Outcome): IDataObject {
	return { outcome, safeToSendAgain: outcome === 'notAccepted' };
}

/**
 * What to do about an error, with what Meta says of it. Where a code may mean many things, Meta's words come first.
 * @param runSummary said before the codes.
 */
export function explanationOf(facts: RequestErrorFacts, runSummary?: string): string {
	const { todo, generic, field, code, isHostsOwn, subcode, fbtraceId, retryAfter } = facts;
	const about = field === undefined ? '' : ` about '${field}'`;
	// What another host says has no code of Meta's.
	const isMetas = code !== undefined && !isHostsOwn;
	const label = isMetas ? "Meta's details" : 'Details';
	const details =
		facts.details === undefined ? undefined : ended(`${label}${about}: ${facts.details}`);
	const codes = Object.entries({ 'error code': code, subcode, 'trace ID': fbtraceId })
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${name} ${value}`);
	return inSentences(
		...(generic ? [details, todo] : [todo, details]),
		retryAfter ? `The response asks to wait ${Math.ceil(retryAfter)} seconds.` : undefined,
		runSummary,
		codes.length === 0 ? undefined : `(${isHostsOwn ? '' : 'Meta '}${codes.join(', ')})`,
	);
}

// With an unknown outcome, the advice already says how to find out.
function safetyOf(error: RequestError): string | undefined {
	if (error instanceof DeliveryError) {
		return 'WhatsApp accepted the message and did not deliver it; it is safe to send it again.';
	}
	// What was sent before says how to go on.
	if (error.facts.earlier) return undefined;
	return error.facts.outcome === 'notAccepted'
		? 'Nothing was sent or changed; it is safe to run again.'
		: undefined;
}

/** A host's text with a full stop, also if it ends in parentheses such as 'params (1)'. */
function ended(text: string): string {
	return /[.!?…]\)?$/.test(text) ? text : `${text}.`;
}

function inSentences(...sentences: Array<string | null | undefined>): string {
	return sentences
		.filter((sentence) => typeof sentence === 'string')
		.filter((sentence) => sentence !== '')
		.map((sentence) => (/[.!?…)]$/.test(sentence) ? sentence : `${sentence}.`))
		.join(' ');
}

import type { GraphRequest } from '../../graphApi/types';
import { Placeholder } from '../placeholder';

/** Where the reply to a question goes. */
export interface ReplyTarget {
	/** By the index of the choice. */
	tokens: readonly string[];
	/** Of the question itself, for its statuses. */
	statusToken: string;
	/** URL of the reply page, if the reply is given there. */
	pageUrl?: string;
	/** Remembers the message, where its statuses do not have the token. */
	aroundTry?: GraphRequest['aroundTry'];
}

/** Values for the placeholders of a question. */
export interface ReplyTools {
	replyTarget?: ReplyTarget;
	/** Positions of the buttons of a template that take a token. */
	quickReplies?: readonly number[];
}

/** The token that routes a tap to its waiting execution. */
export class ReplyToken extends Placeholder<ReplyTools, string> {
	/** @param choice index of the choice. */
	constructor(readonly choice: number) {
		super();
	}

	resolve({ replyTarget }: ReplyTools): string {
		return known(replyTarget?.tokens[this.choice]);
	}

	toJSON(): string {
		return `<token of choice ${this.choice}>`;
	}
}

/** The token that routes what happened to a question to its waiting execution. */
export class StatusToken extends Placeholder<ReplyTools, string | undefined> {
	resolve({ replyTarget }: ReplyTools): string | undefined {
		return replyTarget?.statusToken;
	}

	toJSON(): string {
		return '<token of the question>';
	}
}

/** The URL of the page that takes the reply. */
export class ReplyPage extends Placeholder<ReplyTools, string> {
	resolve({ replyTarget }: ReplyTools): string {
		return known(replyTarget?.pageUrl);
	}

	toJSON(): string {
		return '<address of the answer page>';
	}
}

function known(value: string | undefined): string {
	if (value === undefined) throw new Error('The operation asks no question');
	return value;
}

import { Placeholder } from '../placeholder';

/** Where the reply to a question goes. */
export interface ReplyTarget {
	/** By the index of the choice; a question with a written reply has one. */
	tokens: readonly string[];
	/** URL of the reply page, if the reply is given there. */
	pageUrl?: string;
}

/** Values for the placeholders of a question. */
export interface ReplyTools {
	replyTarget?: ReplyTarget;
}

/** The token that routes a reply to its waiting execution. */
export class ReplyToken extends Placeholder<ReplyTools, string> {
	/** @param choice index of the choice; undefined where the recipient writes the reply. */
	constructor(readonly choice?: number) {
		super();
	}

	resolve({ replyTarget }: ReplyTools): string {
		return known(replyTarget?.tokens[this.choice ?? 0]);
	}

	toJSON(): string {
		return this.choice === undefined ? '<token of the answer>' : `<token of choice ${this.choice}>`;
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

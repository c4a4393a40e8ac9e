/** Stands in a request body where the token goes by which the answer finds the execution that waits for it. */
export class ReplyToken {
	/** @param choice index of the choice; undefined where the recipient writes the answer. */
	constructor(readonly choice?: number) {}

	/** What is printed in its place. */
	toJSON(): string {
		return this.choice === undefined ? '<token of the answer>' : `<token of choice ${this.choice}>`;
	}
}

/** Stands in a request body where the address of the page goes that takes the answer. */
export class ReplyPage {
	/** What is printed in its place. */
	toJSON(): string {
		return '<address of the answer page>';
	}
}

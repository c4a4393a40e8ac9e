import type { AwaitedStatus } from '../../shared/replyToken';
import type { FormField } from './formFields';

/** What is asked for: yes or no, one of several choices, a text, the fields of a form, or a button of a template. */
export type QuestionType = 'approval' | 'choice' | 'customForm' | 'freeText' | 'template';

/** What the execution waits for: a reply to a question, or the delivery of messages. */
export type ResponseType = QuestionType | 'delivery';

export interface Choice {
	/** Shown to the recipient. */
	title: string;
	/** Output of the node. */
	value: string;
}

/** The texts of the reply page. */
export interface PageTexts {
	title: string;
	text: string;
	submit: string;
	thanks: string;
}

/** A question as the waiting execution stores it. */
export interface Question {
	responseType: QuestionType;
	/** Of an approval or a choice. The buttons of a template are known only to Meta. */
	choices: Choice[];
	/** Undefined if the reply is given in the chat. */
	page?: PageTexts;
	/** Of a custom form, or of a free text on the page. */
	fields: FormField[];
}

/** A question and when its wait ends. Undefined if it never does. */
export interface OpenQuestion {
	question: Question;
	waitUntil: Date | undefined;
}

/** The status that a message has to get, and how long to wait for it, in milliseconds. */
export interface AwaitedDelivery {
	awaits: AwaitedStatus;
	timeLimit: number;
}

/** The values of the two choices of an approval. */
export const approved = 'approved';
export const declined = 'declined';

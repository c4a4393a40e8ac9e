import type { FormField } from './formFields';

/** What is asked: yes or no, one of several answers, a text, or the fields of a form. */
export type ResponseType = 'approval' | 'choice' | 'customForm' | 'freeText';

export interface Choice {
	/** What the recipient sees. */
	title: string;
	/** What the workflow gets. */
	value: string;
}

/** The texts of the page that takes an answer by link. */
export interface PageTexts {
	title: string;
	text: string;
	submit: string;
	thanks: string;
}

/** A question that was sent, as the waiting execution keeps it. */
export interface Question {
	responseType: ResponseType;
	/** The answers to choose from, of an approval or a choice. */
	choices: Choice[];
	/** Undefined when the answer is given in the chat. */
	page?: PageTexts;
	/** Of a custom form or a free text on the page. */
	fields: FormField[];
}

/** A question with the time its wait ends; undefined when it never does. */
export interface OpenQuestion {
	question: Question;
	waitUntil: Date | undefined;
}

/** The value of the choice that says yes; an approval has no other meaning to tell. */
export const approved = 'approved';
export const declined = 'declined';

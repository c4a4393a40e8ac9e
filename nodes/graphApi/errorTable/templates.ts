import type { ErrorGroup } from './meaning';

const openTemplate = 'Open WhatsApp Manager, Message Templates';

// Sending, creating and measuring templates
export const templates: ErrorGroup = {
	132000: {
		what: 'The number of values does not match the number of variables in the template.',
		todo: `${openTemplate}, count the variables in header, body and buttons, and give exactly one value for each. If the template was changed, refresh its values in the node.`,
		httpStatus: 400,
		generic: true,
	},
	132001: {
		what: 'No approved template has this name in this language.',
		todo: `${openTemplate} and compare name, language and status. The language must match exactly, for example en_US instead of en.`,
		httpStatus: 404,
	},
	132005: {
		what: 'The template becomes too long once the values are filled in.',
		todo: 'Shorten the values, or shorten the text of the template.',
		httpStatus: 400,
	},
	132007: {
		what: 'The content of the template breaks a WhatsApp policy.',
		todo: `${openTemplate} to see the reason, then change the template and submit it again.`,
		httpStatus: 400,
	},
	132012: {
		what: 'A value does not have the form that the template asks for.',
		todo: `${openTemplate} and compare each variable: text, currency, date, media or location.`,
		httpStatus: 400,
		generic: true,
	},
	132015: {
		what: 'Meta has paused the template because of negative feedback from customers.',
		todo: `${openTemplate} and improve the template, or wait until the pause ends. Send another template meanwhile.`,
		httpStatus: 400,
	},
	132016: {
		what: 'Meta has disabled the template for good because it was paused too often.',
		todo: 'Create a new template with other content and use that one.',
		httpStatus: 400,
	},
	132018: {
		what: 'The values for the template have an error.',
		todo: "Correct in the node the value that Meta's details name. Texts must not contain line breaks, tabs or long runs of spaces.",
		httpStatus: 400,
		generic: true,
	},
	132068: {
		what: 'The Flow that the template or message opens is blocked.',
		todo: 'Open WhatsApp Manager, Flows and correct the Flow. Its endpoint is the usual cause.',
		httpStatus: 400,
	},
	132069: {
		what: 'The Flow is slowed down by Meta, and the messages it may send this hour are used up.',
		todo: 'Open WhatsApp Manager, Flows and correct the Flow, then wait an hour before you send it again.',
		httpStatus: 400,
	},
	2388019: {
		what: 'The WhatsApp account has as many templates as it may have.',
		todo: `${openTemplate} and delete templates you no longer use. A verified business may have more.`,
	},
	2388023: {
		what: 'A template with this name and language was deleted a short time ago.',
		todo: 'Use another name, or wait until the deletion is complete, which can take four weeks.',
	},
	2388024: {
		what: 'A template with this name already has content in this language.',
		todo: 'Use another name or language, or edit the existing template.',
	},
	2388039: {
		what: 'The template cannot be changed in its present state, for example while Meta reviews it.',
		todo: `${openTemplate} and wait until the template is approved or rejected. Edits per day are limited too.`,
	},
	2388040: {
		what: 'A text of the template is too long.',
		todo: "Shorten the text that Meta's details name.",
		generic: true,
	},
	2388047: {
		what: 'The header of the template has a form that is not allowed.',
		todo: 'Correct the header: no line breaks, emoji or formatting, and at most one variable.',
		generic: true,
	},
	2388072: {
		what: 'The body of the template has a form that is not allowed.',
		todo: "Correct the body as Meta's details say. Variables must be numbered without gaps, or all be named.",
		generic: true,
	},
	2388073: {
		what: 'The footer of the template has a form that is not allowed.',
		todo: 'Correct the footer: plain text without variables, line breaks, emoji or formatting.',
		generic: true,
	},
	2388293: {
		what: 'The template has too many variables for so little text.',
		todo: 'Add text to the template, or remove variables.',
	},
	2388299: {
		what: 'The template begins or ends with a variable.',
		todo: 'Put fixed text before the first variable and after the last one.',
	},
	200005: {
		what: 'Template insights are not available yet for this WhatsApp account.',
		todo: 'Template insights cannot be used for now. Try again later.',
	},
	200006: {
		what: 'Template insights cannot be turned off once they are on.',
		todo: 'Leave template insights on. Nothing else needs to be done.',
	},
	200007: {
		what: 'Template insights are not turned on for this WhatsApp account.',
		todo: 'Open WhatsApp Manager, Insights and turn on template insights, then try again.',
	},
};

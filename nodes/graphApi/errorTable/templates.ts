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
		what: 'The template is too long with the values filled in.',
		todo: 'Shorten the values, or shorten the text of the template.',
		httpStatus: 400,
	},
	132007: {
		what: 'The content of the template breaks a WhatsApp policy.',
		todo: `${openTemplate} to see the reason, then change the template and submit it again.`,
		httpStatus: 400,
	},
	132008: {
		what: 'WhatsApp cannot send the template with one of its values.',
		todo: "Compare the values and files with the template, as Meta's details say.",
		generic: true,
	},
	132012: {
		what: 'A value does not have the format that the template requires.',
		todo: `${openTemplate} and compare each variable: text, currency, date, media or location.`,
		httpStatus: 400,
		generic: true,
	},
	132015: {
		what: 'Meta has paused the template because of negative feedback from customers.',
		todo: `${openTemplate} and improve the template, or wait until the pause ends. Send another template in the meantime.`,
		httpStatus: 400,
	},
	132016: {
		what: 'Meta has permanently disabled the template because it was paused too often.',
		todo: 'Create a new template with different content and use it instead.',
		httpStatus: 400,
	},
	132018: {
		what: 'A value for the template is invalid.',
		todo: "In the node, correct the value that Meta's details name. Texts must not contain line breaks, tabs or more than 4 spaces in a row: the option 'Flatten Line Breaks' replaces them.",
		httpStatus: 400,
		generic: true,
	},
	132021: {
		what: 'The name for the template of Direct Send is that of another template.',
		todo: "Enter another 'Template Name' in the option 'Direct Send', or none.",
	},
	132068: {
		what: 'The Flow that the template or message opens is blocked.',
		todo: 'Open WhatsApp Manager, Flows and correct the Flow. Its endpoint is the usual cause.',
		httpStatus: 400,
	},
	132069: {
		what: 'Meta limits messages with this Flow, and the limit for this hour is reached.',
		todo: 'Open WhatsApp Manager, Flows and correct the Flow, then wait an hour before you send it again.',
		httpStatus: 400,
	},
	2388019: {
		what: 'The WhatsApp account has reached its limit of templates.',
		todo: `${openTemplate} and delete templates you no longer use. A verified business has a higher limit.`,
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
		what: 'The template cannot be changed in its current state, for example while Meta reviews it.',
		todo: `${openTemplate} and wait until the template is approved or rejected. The number of edits per day is also limited.`,
	},
	2388040: {
		what: 'A text in the template is too long.',
		todo: "Shorten the text that Meta's details name.",
		generic: true,
	},
	2388047: {
		what: "The format of the template's header is not allowed.",
		todo: 'Correct the header: no line breaks, emoji or formatting, and at most one variable.',
		generic: true,
	},
	2388072: {
		what: "The format of the template's body is not allowed.",
		todo: "Correct the body as Meta's details say. Either number all variables without gaps, or name all of them.",
		generic: true,
	},
	2388073: {
		what: "The format of the template's footer is not allowed.",
		todo: 'Correct the footer: plain text without variables, line breaks, emoji or formatting.',
		generic: true,
	},
	2388293: {
		what: 'The template has too many variables for so little text.',
		todo: 'Add text to the template, or remove variables.',
	},
	2388318: {
		what: 'A template that Direct Send has made cannot be changed.',
		todo: 'Send the changed message with Direct Send, which makes another template, or create a template of your own.',
	},
	2388330: {
		what: 'A template that Direct Send has made cannot be deleted.',
		todo: 'Leave it: Meta removes such templates when they are no longer used.',
	},
	2388299: {
		what: 'The template begins or ends with a variable.',
		todo: 'Put fixed text before the first variable and after the last one.',
	},
	200005: {
		what: 'Template insights are not available yet for this WhatsApp account.',
		todo: "If they were never turned on, turn on 'Template Insights' with Account: Update. Otherwise, try again later.",
	},
	200006: {
		what: 'Template insights cannot be turned off once they are on.',
		todo: 'Leave template insights on. Nothing else needs to be done.',
	},
	200007: {
		what: 'Template insights are not turned on for this WhatsApp account.',
		todo: "Turn on 'Template Insights' with Account: Update. What happens from then on is counted.",
	},
};

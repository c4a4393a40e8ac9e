import type { ErrorGroup } from './meaning';

const checkStatus = 'Look at metastatus.com/whatsapp-business-api.';

// Errors of the Graph API that any request can get
export const general: ErrorGroup = {
	1: {
		what: 'Meta did not understand the request, or has a technical problem.',
		todo: `${checkStatus} If Meta reports no problem, check the fields of the node.`,
		httpStatus: 400,
		generic: true,
	},
	2: {
		what: 'The service at Meta is down or overloaded.',
		todo: `${checkStatus} Run the workflow again when the service is back.`,
		httpStatus: 503,
	},
	12: {
		what: 'The Graph API version of the credential no longer has something that the request asks for.',
		todo: "Remove what Meta's details name from the node, for example from 'Fields'. If the node does not show it, choose an older API Version in the credential, or update this package.",
		generic: true,
	},
	33: {
		what: 'The business phone number no longer exists.',
		todo: 'Pick an existing number in the node, or correct Phone Number ID in the credential. WhatsApp Manager lists the numbers under Phone Numbers.',
		httpStatus: 400,
	},
	100: {
		what: 'A field of the request is unknown to Meta, misspelled or too long, or its value has the wrong type.',
		todo: "In the node, correct the field that Meta's details name. If they mention appsecret_proof, correct App Secret in the credential.",
		httpStatus: 400,
		generic: true,
	},
	506: {
		what: 'Meta refused the request because it is identical to the previous one.',
		todo: 'Change the content before you send it again.',
	},
	803: {
		what: 'An ID in the request does not exist.',
		todo: 'Check the ID in the node, and Phone Number ID, WhatsApp Business Account ID and App ID in the credential.',
		httpStatus: 404,
		generic: true,
	},
	2500: {
		what: 'Meta could not identify the object of the request: an ID is wrong, or the access token is missing.',
		todo: 'Check Access Token and the IDs in the credential. They must not contain spaces or other stray characters.',
		generic: true,
	},
	1609005: {
		what: 'Meta could not read the page behind a link.',
		todo: 'Open the link in a browser where you are not signed in, and correct it if it does not load.',
	},
	131000: {
		what: 'Something went wrong at Meta, for an unknown reason.',
		todo: 'Send the message again. If it keeps failing, contact Meta at business.facebook.com/direct-support and give the trace ID of this error.',
		httpStatus: 500,
		generic: true,
	},
	131006: {
		what: 'Something that the request refers to was not found.',
		todo: 'Check the IDs in the node and in the credential.',
		generic: true,
	},
	131008: {
		what: 'A required field is missing.',
		todo: "Fill in the field of the node that Meta's details name.",
		httpStatus: 400,
		generic: true,
	},
	131009: {
		what: 'Meta does not accept the value of a field.',
		todo: "In the node, correct the field that Meta's details name. For a new template sent through the Marketing Messages API: its synchronization with Meta's advertising is not complete, so wait 10 minutes.",
		httpStatus: 400,
		generic: true,
	},
	2200: {
		what: 'WhatsApp called the callback URL and did not get the expected response.',
		todo: 'Check that the callback URL can be reached from the internet over https, with a valid certificate and without a login page or a firewall in front of it, and that it expects the same verify token.',
		httpStatus: 400,
	},
	131016: {
		what: 'A service at Meta is temporarily unavailable.',
		todo: `${checkStatus} Run the workflow again when the service is back.`,
		httpStatus: 500,
		retryable: true,
	},
	131059: {
		what: 'The cursor for the next page of the list is expired or invalid.',
		todo: 'Read the list again from its beginning.',
		httpStatus: 400,
	},
	135000: {
		what: 'Meta could not send the message because of an error in the request that it does not name.',
		todo: 'Check every field of the node, starting with those filled by expressions. If it keeps failing, contact Meta and give the trace ID of this error.',
		httpStatus: 400,
		generic: true,
	},
};

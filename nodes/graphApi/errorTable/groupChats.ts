import type { ErrorGroup } from './meaning';

// Groups API
export const groupChats: ErrorGroup = {
	131020: {
		what: 'The group has no members except your business.',
		todo: 'Share the invite link of the group and wait until someone joins.',
		httpStatus: 400,
	},
	131041: {
		what: 'The group does not exist, or your business is not in it.',
		todo: 'Check the group ID. List the groups of the phone number to find the right one.',
		httpStatus: 400,
	},
	131201: {
		what: 'The request succeeded for only some of the participants.',
		todo: 'Find those who failed in the response, and send the request again for them.',
		httpStatus: 206,
	},
	131202: {
		what: 'A participant is listed more than once.',
		todo: 'List each participant once.',
		httpStatus: 400,
	},
	131204: {
		what: 'The group has reached its limit of participants.',
		todo: 'Remove a participant first, or create a second group.',
		httpStatus: 400,
	},
	131207: {
		what: 'Meta has suspended the group for breaking a policy.',
		todo: 'Stop using this group. Create a new one that follows the WhatsApp Business Messaging Policy.',
		httpStatus: 403,
	},
	131208: {
		what: 'This phone number has changed groups too often in a short time.',
		todo: 'Wait, then try again with fewer changes at a time.',
		httpStatus: 429,
	},
	131209: {
		what: 'The group picture is not square.',
		todo: 'Crop the picture so that its width equals its height.',
		httpStatus: 400,
	},
	131210: {
		what: 'The group picture is too small.',
		todo: 'Use a picture of more than 192 pixels in width and height.',
		httpStatus: 400,
	},
	131211: {
		what: 'The phone number has reached its limit of groups.',
		todo: 'Delete groups you no longer use, then create the new one.',
		httpStatus: 400,
	},
	131212: {
		what: 'The participant is not in the group.',
		todo: 'Read the participants of the group and pick one of them.',
		httpStatus: 400,
	},
	131213: {
		what: 'The request to join the group no longer exists.',
		todo: 'Read the open join requests of the group and pick one of them.',
		httpStatus: 400,
	},
	131214: {
		what: 'The WhatsApp account temporarily cannot create groups because it sent too many marketing messages in the last seven days.',
		todo: 'Use existing groups, send fewer marketing messages, and try again in a week.',
		httpStatus: 400,
	},
	131215: {
		what: 'This phone number cannot use groups.',
		todo: 'Use a number of an Official Business Account. Numbers that are also used in the WhatsApp Business app cannot have groups.',
		httpStatus: 400,
	},
};
